import { afterEach, describe, expect, it, vi } from 'vitest';
import { standIn } from '../../test/backend.ts';
import { problemWords } from '../words.ts';
import { ocs } from './ocs.ts';

afterEach(() => vi.unstubAllGlobals());

/** What a person reads when a request fails. */
const wordsOf = (request: Promise<unknown>) =>
  request.then(
    () => 'it worked',
    (error: unknown) => problemWords(error),
  );

describe('a request to the API', () => {
  it('gives the data without its envelope', async () => {
    standIn({ 'GET rooms': () => ({ data: [{ id: 1 }] }) });
    expect(await ocs('GET', 'rooms')).toEqual([{ id: 1 }]);
  });

  it('fails with what the server says in words', async () => {
    const data = { code: 'full', message: 'All seats are taken.' };
    standIn({ 'POST rooms': () => ({ status: 409, data }) });
    expect(await wordsOf(ocs('POST', 'rooms', { name: 'Physics' }))).toBe('All seats are taken.');
  });

  it('fails with what is wrong, by field', async () => {
    const violations = [{ path: 'name', text: 'Too short.' }];
    standIn({
      'POST rooms': () => ({ status: 422, data: { code: 'x', message: 'x', violations } }),
    });
    await expect(ocs('POST', 'rooms', { name: 'Physics' })).rejects.toMatchObject({
      status: 422,
      violations: { name: 'Too short.' },
    });
  });

  it('says in words that there is no connection', async () => {
    standIn({});
    expect(await wordsOf(ocs('GET', 'rooms'))).toContain('There is no connection.');
  });

  it('has words for an answer that is no answer of the app', async () => {
    const page = () => Promise.resolve(new Response('<h1>Bad gateway</h1>', { status: 502 }));
    vi.stubGlobal('fetch', page);
    expect(await wordsOf(ocs('GET', 'rooms'))).toContain('Something went wrong.');
  });
});
