import { describe, expect, it } from 'vitest';
import { hour } from '../src/clock.ts';
import { archive, type Archive, changeRecording, onlyRecording } from './kit/recordings.ts';

const previews = [{ alt: 'Newton under the tree', width: 176, height: 136 }];
const seed = { formats: [{ type: 'presentation', previews }] };

async function shown(options: Parameters<typeof archive>[1] = {}) {
  const here = await archive([seed], options);
  const { preview } = (await onlyRecording(here.student)) ?? {};
  return { ...here, src: preview?.src ?? '', alt: preview?.alt };
}

const open = async ({ tool }: Archive, src: string) => tool.app.request(src);

describe('the preview of a recording', () => {
  it('comes from our own host, and is kept by the browser alone', async () => {
    const here = await shown();
    expect(here).toMatchObject({ alt: 'Newton under the tree' });
    expect(here.src).toMatch(/^\/recordings\/preview\?/);
    const answer = await open(here, here.src);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('image/png');
    expect(answer.headers.get('cache-control')).toBe('private, max-age=3600');
    const bytes = new Uint8Array(await answer.arrayBuffer());
    expect(Buffer.from(bytes).toString('latin1', 1, 4)).toBe('PNG');
    // The last chunk of every PNG.
    expect(Buffer.from(bytes).toString('latin1').slice(-8, -4)).toBe('IEND');
  });

  it('keeps its address within an hour, and the address ends within two', async () => {
    const here = await shown();
    expect((await onlyRecording(here.student))?.preview?.src).toBe(here.src);
    here.tool.clock.advance(2 * hour);
    expect((await open(here, here.src)).status).toBe(404);
  });

  it.each([
    ['another recording', 'recording', 'x'],
    ['another room', 'room', 'x'],
    ['a longer time', 'until', '9999999999999'],
    ['no time', 'until', 'NaN'],
    ['another proof', 'mac', 'x'],
    ['a null character', 'recording', '\0'],
  ])('is not shown at an address that was changed: %s', async (_what, name, value) => {
    const here = await shown();
    const address = new URL(here.src, 'https://rooms.example');
    address.searchParams.set(name, value);
    expect((await open(here, `${address.pathname}${address.search}`)).status).toBe(404);
  });

  it.each(['unpublish', 'teachers', 'delete'])('ends with %s', async (action) => {
    const here = await shown();
    const recordID = here.recordIDs[0];
    await changeRecording(here, here.teacher, { recordID, action });
    expect((await open(here, here.src)).status).toBe(404);
  });

  it.each([
    ['a page', { status: 200, bytes: Buffer.from('<script>alert(1)</script>') }],
    ['an image that is a script', { status: 200, bytes: Buffer.from('<svg onload="alert(1)"/>') }],
    ['nothing', { status: 404, bytes: Buffer.from('') }],
  ])('is not shown when the server has %s in its place', async (_what, answer) => {
    const here = await shown({ tool: { download: async () => answer } });
    expect((await open(here, here.src)).status).toBe(404);
  });

  it('is not shown when the server does not answer', async () => {
    const download = () => Promise.reject(new Error('unreachable'));
    const here = await shown({ tool: { download } });
    expect((await open(here, here.src)).status).toBe(404);
  });
});
