import { describe, expect, it } from 'vitest';
import { holdingDocument, readUpload, uploadName } from './take-upload.ts';

describe('uploads', () => {
  it('are held in memory by four at a time', async () => {
    const ends: (() => void)[] = [];
    const slow = () =>
      holdingDocument(() => new Promise<void>((resolve) => void ends.push(resolve)));
    const four = [slow(), slow(), slow(), slow()];
    await expect(slow()).rejects.toMatchObject({ code: 'too_many_uploads' });
    for (const end of ends) end();
    await Promise.all(four);
    expect(await holdingDocument(() => Promise.resolve('done'))).toBe('done');
  });

  it('that fail make room for others', async () => {
    const fails = () => holdingDocument(() => Promise.reject(new Error('broken')));
    for (let time = 0; time < 10; time += 1) await expect(fails()).rejects.toThrow('broken');
  });

  it('that say nothing about their length are cut off where they are too long', async () => {
    let sent = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull(stream) {
        sent += 1;
        stream.enqueue(new Uint8Array(100));
      },
    });
    const headers = { 'content-type': 'application/octet-stream' };
    const request = new Request('https://rooms.example/', {
      method: 'POST',
      body: endless,
      headers,
      duplex: 'half',
    });
    await expect(readUpload(request, 1000)).rejects.toMatchObject({ code: 'document_too_large' });
    expect(sent).toBeLessThan(20);
  });

  it('have their names in one form', () => {
    expect(uploadName(encodeURIComponent('U\u0308ber.pdf'))).toBe('\u00DCber.pdf');
    expect(() => uploadName('%')).toThrow('document_name_wrong');
    expect(uploadName(undefined)).toBe('');
  });
});
