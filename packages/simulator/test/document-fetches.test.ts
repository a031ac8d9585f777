import { describe, expect, it } from 'vitest';
import { startForTest } from './harness.ts';
import { startReceiver } from './receiver.ts';

function bodyWith(url: string) {
  const body = `<modules><module name="presentation"><document url="${url}"/></module></modules>`;
  return { method: 'POST', headers: { 'content-type': 'text/xml' }, body };
}

describe('documents that are given by their address', () => {
  it('are fetched once when that is chosen', async () => {
    const receiver = await startReceiver();
    receiver.statuses.push(200, 404);
    const server = await startForTest({ meetings: { fetchesDocuments: true } });
    const preUploaded = encodeURIComponent(`${receiver.url}/a.pdf?token=t`);
    await server.create(`preUploadedPresentation=${preUploaded}`);
    await server.simulator.idle();
    const inserted = bodyWith(`${receiver.url}/b.pdf`);
    await server.call('insertDocument', 'meetingID=room-1', inserted);
    await server.simulator.idle();
    expect(receiver.requests.map(({ method, target }) => `${method} ${target}`)).toEqual([
      'GET /a.pdf?token=t',
      'GET /b.pdf',
    ]);
    const log = server.simulator.deliveries().map((one) => [one.kind, one.url, one.state]);
    expect(log).toEqual([
      ['document', `${receiver.url}/a.pdf?token=***`, 'delivered'],
      ['document', `${receiver.url}/b.pdf`, 'given_up'],
    ]);
  });

  it('are only remembered otherwise', async () => {
    const receiver = await startReceiver();
    const server = await startForTest();
    await server.create(`preUploadedPresentation=${encodeURIComponent(`${receiver.url}/a.pdf`)}`);
    await server.simulator.idle();
    expect(receiver.requests).toEqual([]);
    expect(server.simulator.state().meetings[0]?.documents[0]?.url).toBe(`${receiver.url}/a.pdf`);
  });
});
