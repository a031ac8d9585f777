import { didYouMean } from '../input/did-you-mean.ts';
import { InputError } from '../input/input-error.ts';
import type { Method, Profile } from '../profiles/profile.ts';
import type { Call } from './call.ts';
import { create } from './create.ts';
import { deleteRecordings } from './deleteRecordings.ts';
import { enter } from './enter.ts';
import { feedback } from './feedback.ts';
import { getJoinUrl } from './getJoinUrl.ts';
import { getSessions } from './getSessions.ts';
import { guestWait } from './guestWait.ts';
import { insertDocument } from './insertDocument.ts';
import { learningDashboard } from './learningDashboard.ts';
import { sendChatMessage } from './sendChatMessage.ts';
import { signOut } from './signOut.ts';
import { stuns } from './stuns.ts';
import { end } from './end.ts';
import { getMeetingInfo } from './getMeetingInfo.ts';
import { getMeetings } from './getMeetings.ts';
import { getRecordings } from './getRecordings.ts';
import { getRecordingTextTracks } from './getRecordingTextTracks.ts';
import { hooksCreate } from './hooks-create.ts';
import { hooksDestroy } from './hooks-destroy.ts';
import { hooksList } from './hooks-list.ts';
import { hooksPing } from './hooks-ping.ts';
import { isMeetingRunning } from './isMeetingRunning.ts';
import { join } from './join.ts';
import { publishRecordings } from './publishRecordings.ts';
import { putRecordingTextTrack } from './putRecordingTextTrack.ts';
import { updateRecordings } from './updateRecordings.ts';

/** Every call the simulator answers, by the name in its path. */
const calls: ReadonlyMap<string, Call> = new Map(
  [
    create,
    join,
    end,
    isMeetingRunning,
    getMeetingInfo,
    getMeetings,
    getRecordings,
    publishRecordings,
    deleteRecordings,
    updateRecordings,
    getRecordingTextTracks,
    putRecordingTextTrack,
    hooksCreate,
    hooksList,
    hooksDestroy,
    hooksPing,
    enter,
    feedback,
    getJoinUrl,
    getSessions,
    guestWait,
    insertDocument,
    learningDashboard,
    sendChatMessage,
    signOut,
    stuns,
  ].map((call) => [call.name, call]),
);

/** Finds a call by the name in its path; undefined when servers of this family do not have it. */
export function callNamed(name: string, profile: Profile): Call | undefined {
  // The service behind `hooks` takes a slash at the end for a part of the name.
  const known = name.startsWith('hooks/') ? name.replace(/\/$/u, '') : name;
  return profile.missingCalls.includes(known) ? undefined : calls.get(known);
}

/**
 * Refuses a name that no server of any family has for a call, nor this one lacks. Errors:
 * InputError.
 */
export function checkCallName(name: string, profile: Profile): void {
  const known = new Set([...calls.keys(), ...profile.missingCalls]);
  if (known.has(name)) return;
  const names = [...known].join(', ');
  throw new InputError('call', `must be one of ${names}${didYouMean(name, known)}`);
}

/** Lists by which methods servers of this family answer a call. */
export function methodsOf(call: Call, profile: Profile): readonly Method[] {
  return profile.methods[call.name] ?? call.methods;
}
