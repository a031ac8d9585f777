import { describe, expect, it } from 'vitest';
import { secret, startForTest } from './harness.ts';
import { openPage } from './open-page.ts';

describe('the page at the root', () => {
  it('says how to use the server and what happens on it', async () => {
    const server = await startForTest();
    expect((await server.send('/')).body).toContain('No meeting is open.');
    await server.call('create', 'name=%3Ci%3EMaths&meetingID=room-1&attendeePW=pupil-password');
    const token = await server.join('Ada', 'MODERATOR');
    await openPage(server, token);
    server.clock.advance(120_000);
    const page = await server.send('/');
    expect(page.body).toContain(server.simulator.endpoint);
    expect(page.body).toContain('<strong>&lt;i&gt;Maths</strong>');
    expect(page.body).toContain('1 person, open for 2 minutes');
    expect(page.headers['cache-control']).toBe('no-store');
    for (const hidden of [secret, token, 'Ada', 'room-1', 'pupil-password']) {
      expect(page.body).not.toContain(hidden);
    }
  });

  it('tells requests under a foreign name nothing of the kind', async () => {
    const server = await startForTest();
    await server.create();
    const page = await server.send('/', { headers: { host: 'rebound.example' } });
    expect(page.status).toBe(200);
    expect(page.body).not.toContain('Maths');
    expect(page.body).not.toContain(server.simulator.endpoint);
  });
});

describe('the page people are sent to when they could not join', () => {
  it('tells why in plain words and repeats nothing from the address', async () => {
    const server = await startForTest();
    const refused = await server.call('join', 'meetingID=room-1&fullName=Ada&role=VIEWER');
    const { pathname, search } = new URL(refused.headers.location ?? '');
    const page = await server.send(pathname + search);
    expect(page.status).toBe(200);
    expect(page.body).toContain('This meeting does not exist, or is over.');
    const odd = await server.send(
      '/?errors=%5B%7B%22key%22%3A%22constructor%22%2C%22message%22%3A%22Pay+here%22%7D%5D',
    );
    expect(odd.body).toContain('The meeting server did not accept the link.');
    expect(odd.body).not.toContain('Pay');
  });
});
