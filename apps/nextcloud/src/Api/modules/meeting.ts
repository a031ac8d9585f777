import { ocs, ocsAnswer } from '../ocs.ts';
import type { Person } from '../types.ts';

/** Reads how a room stands, and in how many ms to ask again. */
export async function readStatus(roomId: number, signal: AbortSignal) {
  const { data, askAfter } = await ocsAnswer('GET', `rooms/${roomId}/status`, undefined, signal);
  return { status: data, askAfter };
}

export const endMeeting = (roomId: number) => ocs('POST', `rooms/${roomId}/end`, {});

export const sendMessage = (roomId: number, text: string) =>
  ocs('POST', `rooms/${roomId}/message`, { text });

/** Moves the planned end of the running meeting. */
export const extendMeeting = (roomId: number) => ocs('POST', `rooms/${roomId}/extend`, {});

/** Opens a room with files that this meeting alone shows; one that runs by now is shown them too. */
export const openWithFiles = (roomId: number, paths: readonly string[]) =>
  ocs('POST', `rooms/${roomId}/start`, { paths });

/** Makes a room for a call with these people now, and invites them; without any it is one's own. */
export const startCall = (people: readonly Person[]) =>
  ocs('POST', 'calls', {
    people: people.map(({ kind, target }) => ({ kind, target })),
  });
