import { type TestServer, text } from './harness.ts';

/**
 * Holds a recorded meeting of five minutes, three of them recorded, and ends it. Returns its
 * internal id, which becomes the id of the recording. The meetingID is given as in a raw query.
 */
export async function record(server: TestServer, rawID: string, more = ''): Promise<string> {
  const created = await server.call('create', `name=Maths&meetingID=${rawID}&record=true${more}`);
  const { simulator, clock } = server;
  const meetingID = decodeURIComponent(rawID);
  const userID = 'grace';
  const attendee = { fullName: 'Grace', role: 'MODERATOR', userID } as const;
  simulator.act({ kind: 'join', meetingID, attendee });
  clock.advance(60_000);
  simulator.act({ kind: 'record', meetingID, on: true });
  simulator.act({ kind: 'say', meetingID, userID, text: 'On <record>' });
  clock.advance(3 * 60_000);
  simulator.act({ kind: 'record', meetingID, on: false });
  clock.advance(60_000);
  simulator.act({ kind: 'say', meetingID, userID, text: 'Off record' });
  simulator.act({ kind: 'end', meetingID });
  return text(created, 'internalMeetingID') ?? '';
}
