import { expect, it } from 'vitest';
import { signJwt } from './sign-jwt.ts';

const secret = '639259d4-9dd8-4b25-bf01-95f9567eaf4b';

it('signs a recording-ready token like the recording scripts', () => {
  const claims = {
    meeting_id: 'abc123',
    record_id: '6367c48dd193d56ea7b0baad25b19455e529f5ee-1531155809613',
  };
  expect(signJwt({ alg: 'HS256' }, claims, secret)).toBe(
    'eyJhbGciOiJIUzI1NiJ9.eyJtZWV0aW5nX2lkIjoiYWJjMTIzIiwicmVjb3JkX2lkIjoiNjM2N2M0OGRkMTkzZDU2ZWE3YjBiYWFkMjViMTk0NTVlNTI5ZjVlZS0xNTMxMTU1ODA5NjEzIn0.pR6KFk0Dr_Xbf2Uhw-kPcjG2-F9-xRcjVo2SAlKhqJs',
  );
});

it('signs an analytics token like the post-events script', () => {
  expect(signJwt({ typ: 'JWT', alg: 'HS512' }, { exp: 1_893_456_000 }, secret)).toBe(
    'eyJ0eXAiOiJKV1QiLCJhbGciOiJIUzUxMiJ9.eyJleHAiOjE4OTM0NTYwMDB9.C_wMsh_OZyyQWFpRUhf1-N6CkbBWdKGW8rkK-0pSn3JGfwQz6E-EapLts-YhmOHefLs4U2lIY4QNo_lnV-6Rcg',
  );
});
