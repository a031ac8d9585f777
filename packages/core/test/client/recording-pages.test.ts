import { createClient, dialectNamed, type Server } from '@bluebridge/core';
import { describe, expect, it } from 'vitest';
import { quickTime, scripted, server, success } from './scripted-server.ts';

function page(ids: readonly string[], total?: number): string {
  const items = ids.map((id) => `<recording><recordID>${id}</recordID></recording>`).join('');
  const count = total === undefined ? '' : `<totalElements>${total}</totalElements>`;
  return success(`<recordings>${items}</recordings>${count}`);
}

async function read(answers: readonly string[], of: Server = server) {
  const { transport, sent } = scripted(...answers);
  const client = createClient(of, { transport, ...quickTime() });
  const ids: string[] = [];
  for await (const { recordID } of client.recordings({ meetingID: ['m-1'] }, { pageSize: 2 })) {
    ids.push(recordID);
  }
  const pages = sent.map(({ url }) => /offset=\d+&limit=\d+/.exec(url)?.[0]);
  return { ids: ids.join(' '), pages };
}

describe('recordings one by one', () => {
  it('come page by page until a page is not full', async () => {
    const { ids, pages } = await read([page(['a', 'b']), page(['c', 'd']), page(['e'])]);
    expect(ids).toBe('a b c d e');
    expect(pages).toEqual(['offset=0&limit=2', 'offset=2&limit=2', 'offset=4&limit=2']);
  });

  it('end with the number the server tells', async () => {
    const { ids, pages } = await read([page(['a', 'b'], 4), page(['c', 'd'], 4)]);
    expect(ids).toBe('a b c d');
    expect(pages).toHaveLength(2);
  });

  it('go on where a server gives smaller pages than asked for', async () => {
    const { ids, pages } = await read([page(['a'], 3), page(['b'], 3), page(['c'], 3)]);
    expect(ids).toBe('a b c');
    expect(pages[1]).toBe('offset=1&limit=2');
  });

  it('come once although a new one pushed others to the next page', async () => {
    const { ids } = await read([page(['a', 'b']), page(['b', 'c']), page(['d'])]);
    expect(ids).toBe('a b c d');
  });

  it('end where a server takes no heed of pages', async () => {
    expect((await read([page(['a', 'b', 'c'])])).ids).toBe('a b c');
    expect((await read([page(['a', 'b']), page(['a', 'b'])])).ids).toBe('a b');
  });

  it('may be none', async () => {
    expect(await read([success('<recordings/>')])).toMatchObject({ ids: '' });
  });

  it('are asked for at once where the server knows no pages', async () => {
    const balancer = { ...server, dialect: dialectNamed('scalelite') };
    const { ids, pages } = await read([page(['a', 'b', 'c'])], balancer);
    expect(ids).toBe('a b c');
    expect(pages).toEqual([undefined]);
  });

  it('ask for no more pages than are read', async () => {
    const { transport, asked } = scripted(page(['a', 'b']));
    const client = createClient(server, { transport, ...quickTime() });
    for await (const { recordID } of client.recordings({}, { pageSize: 2 })) {
      if (recordID === 'b') break;
    }
    expect(asked).toHaveLength(1);
  });
});

it('streams a list over the transport of the client', async () => {
  const { transport, asked } = scripted(page(['a', 'b']));
  const client = createClient(server, { transport });
  const ids = [];
  for await (const { recordID } of client.stream('getRecordings', {})) ids.push(recordID);
  expect(ids).toEqual(['a', 'b']);
  expect(asked).toEqual(['getRecordings']);
});
