import type { Answer, CallRequest, SimulatedServer } from '../calls/call.ts';
import { reportedViolation } from '../calls/constraints.ts';
import { create } from '../calls/create.ts';
import { ControlRefused } from '../input/control-refused.ts';
import type { Meeting } from '../state/meeting.ts';
import { Parameters } from '../wire/raw-query.ts';
import { bringIn } from './attendee.ts';
import type { SeedMeeting } from './seed.ts';

/** Creates a meeting just as `create` would, and brings its people in. Errors: ControlRefused. */
export async function plantMeeting(
  { parameters, attendees, isRecording }: SeedMeeting,
  server: SimulatedServer,
  path: string,
): Promise<Meeting> {
  const { state } = server;
  const meeting = await createMeeting(parameters, server, `${path}.parameters`);
  for (const [index, attendee] of attendees.entries()) {
    if (bringIn(attendee, meeting, state) !== undefined) continue;
    const where = `${path}.attendees[${index}]`;
    throw new ControlRefused('seed_refused', where, `${where} is one person too many.`);
  }
  if (isRecording) {
    const where = `${path}.isRecording`;
    if (!meeting.settings.record) {
      throw new ControlRefused('seed_refused', where, `${where} needs a meeting with record=true.`);
    }
    meeting.recording.start(state.now);
  }
  return meeting;
}

async function createMeeting(
  parameters: SeedMeeting['parameters'],
  server: SimulatedServer,
  path: string,
): Promise<Meeting> {
  const { state } = server;
  const params = new Parameters(Object.entries(parameters));
  const meetingID = params.text('meetingID');
  if (state.meetings.findLive(meetingID) !== undefined) {
    throw new ControlRefused('seed_refused', path, `The meeting ${meetingID} is already there.`);
  }
  const request: CallRequest = {
    method: 'GET',
    callName: create.name,
    rawQuery: '',
    params,
    headers: new Headers(),
    contentType: '',
    body: '',
    bytes: new Uint8Array(),
    now: state.now,
  };
  const violation = reportedViolation(create.violations(request, server));
  const refusal = violation?.message ?? refusalIn(await create.answer(request, server));
  const meeting = state.meetings.findLive(meetingID);
  if (refusal === undefined && meeting !== undefined) return meeting;
  const why = refusal ?? 'The server did not open it.';
  throw new ControlRefused('seed_refused', path, `${path}: create refuses it. ${why}`);
}

/** Returns why a call was refused, in the server's words. */
function refusalIn(answer: Answer): string | undefined {
  if (answer.kind !== 'reply') return 'It answers with an error page.';
  const { returncode, messageKey } = answer.reply;
  return returncode === 'SUCCESS' ? undefined : `It says ${messageKey}.`;
}
