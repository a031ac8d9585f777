import { printable } from '../output/printable.ts';
import type { Change } from './changes.ts';

/** Words a change in one line, with its time in UTC. */
export function describeChange(change: Change, at: number): string {
  const time = new Date(at).toISOString().slice(11, 19);
  const room = printable(
    change.name === change.meetingID ? change.name : `${change.name} (${change.meetingID})`,
  );
  return `${time}  ${room}: ${words(change)}`;
}

function words({ kind, people, fullName, userID, role }: Change): string {
  const who = printable(fullName ?? userID ?? 'somebody');
  switch (kind) {
    case 'open':
      return `is open, ${counted(people)}`;
    case 'opened':
      return 'opened';
    case 'joined':
      return `${who} joined${role === 'MODERATOR' ? ' as moderator' : ''}, ${counted(people)}`;
    case 'left':
      return `${who} left, ${counted(people)}`;
    case 'recording_started':
      return 'recording started';
    case 'recording_stopped':
      return 'recording stopped';
    case 'ended':
      return 'ended';
  }
}

function counted(people: number): string {
  return people === 1 ? '1 person in' : `${people} people in`;
}
