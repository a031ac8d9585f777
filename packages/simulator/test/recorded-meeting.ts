import { type TestServer, text } from './harness.ts';
import { openPage } from './open-page.ts';

/**
 * Holds a recorded meeting of five minutes, three of them recorded, and ends it. Returns its
 * internal id, which becomes the id of the recording.
 */
export async function record(server: TestServer, meetingID: string, more = ''): Promise<string> {
  const created = await server.call(
    'create',
    `name=Maths&meetingID=${meetingID}&record=true${more}`,
  );
  const query = `meetingID=${meetingID}&fullName=Grace&role=MODERATOR&redirect=false`;
  const token = text(await server.call('join', query), 'session_token') ?? '';
  await openPage(server, token);
  server.clock.advance(60_000);
  await server.act(token, 'recording', { on: true });
  await server.act(token, 'chat', { text: 'On <record>' });
  server.clock.advance(3 * 60_000);
  await server.act(token, 'recording', { on: false });
  server.clock.advance(60_000);
  await server.act(token, 'chat', { text: 'Off record' });
  await server.act(token, 'end');
  return text(created, 'internalMeetingID') ?? '';
}
