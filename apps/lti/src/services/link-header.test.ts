import { describe, expect, it } from 'vitest';
import { nextPage } from './link-header.ts';

const next = 'https://lms.example/members?limit=5&from=5';

describe('the address of the next page', () => {
  it.each([
    ['plain', `<${next}>; rel="next"`],
    ['without quotes', `<${next}>; rel=next`],
    ['after another', `<https://lms.example/>; rel="first", <${next}>; rel="next"`],
    ['before another', `<${next}>; rel="next", <https://lms.example/>; rel="differences"`],
    ['with more to say', `<${next}>; title="more"; rel="next"; type="x"`],
    ['escaped like HTML', `<${next.replace('&', '&amp;')}>; rel="next"`],
    ['with curly quotes', `<${next}>; rel=“next”`],
    [
      'with curly quotes read as Latin-1',
      Buffer.from(`<${next.replace('&', '&amp;')}>; rel=“next”`, 'utf8').toString('latin1'),
    ],
  ])('is read when it is written %s', (_how, header) => expect(nextPage(header)).toBe(next));

  it.each([
    ['there is no header', undefined],
    ['the header is empty', ''],
    ['only other pages are named', `<${next}>; rel="prev", <${next}>; rel="nextone"`],
    ['the address has no brackets', `${next}; rel="next"`],
  ])('is not there when %s', (_why, header) => expect(nextPage(header)).toBe(undefined));
});
