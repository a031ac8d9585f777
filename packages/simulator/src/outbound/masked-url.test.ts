import { expect, it } from 'vitest';
import { maskedUrl } from './masked-url.ts';

it.each([
  ['http://a.example/cb', 'http://a.example/cb'],
  ['http://a.example/cb?x=1&checksum=2', 'http://a.example/cb?x=***&checksum=***'],
  [
    'http://a.example/?recordingmarks=true&meetingID=a+b&token=t',
    'http://a.example/?recordingmarks=true&meetingID=a+b&token=***',
  ],
  ['http://me:pw@a.example/#secret', 'http://a.example/'],
  ['nonsense', '***'],
])('shows %s as %s', (url, shown) => {
  expect(maskedUrl(url)).toBe(shown);
});
