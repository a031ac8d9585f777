import { n, t } from './l10n.ts';
import { RequestFailed } from './Api/ocs.ts';
import type { MemberRole, Recording, Room, RoomState } from './Api/types.ts';

/** Says what went wrong and what to do next. What the server says of it in words goes first. */
export function problemWords(error: unknown): string {
  if (!(error instanceof RequestFailed)) return other();
  if (error.code === 'offline') {
    return t('bluebridge', 'There is no connection. Please check your network and try again.');
  }
  if (error.message !== '') return error.message;
  switch (error.status) {
    case 401:
      return t('bluebridge', 'You have been logged out. Please reload the page.');
    case 403:
      return t('bluebridge', 'You may not do this. Please ask the owner of the room.');
    case 404:
      return t('bluebridge', 'This is not there any more. Please reload the page.');
    case 429:
      return t('bluebridge', 'That was too often. Please wait a minute.');
    default:
      return other();
  }
}

const other = () =>
  t('bluebridge', 'Something went wrong. Please try again, or ask your administrator.');

/** Says how the meeting of a room stands. */
export function stateWords({ state, participantCount }: Pick<Room, 'state' | 'participantCount'>) {
  const words: Record<RoomState, () => string> = {
    open: () => n('bluebridge', '%n person is in', '%n people are in', participantCount),
    waiting: () => t('bluebridge', 'Somebody is waiting'),
    closed: () => t('bluebridge', 'Nobody is in'),
    unknown: () => t('bluebridge', 'The server does not answer at the moment'),
  };
  return words[state]();
}

export function roleWords(role: Room['role']): string {
  const words: Record<Room['role'], () => string> = {
    owner: () => t('bluebridge', 'Owner'),
    manager: () => t('bluebridge', 'Manager'),
    moderator: () => t('bluebridge', 'Moderator'),
    viewer: () => t('bluebridge', 'Viewer'),
  };
  return words[role]();
}

/** Roles that members may have, the strongest first, each with what it means. */
export function rolesToChoose(): { readonly id: MemberRole; readonly label: string }[] {
  return [
    { id: 'manager', label: t('bluebridge', 'Manager: changes the room and its members') },
    { id: 'moderator', label: t('bluebridge', 'Moderator: opens and leads meetings') },
    { id: 'viewer', label: t('bluebridge', 'Viewer: takes part') },
  ];
}

export function visibilityWords(visibility: Recording['visibility']): string {
  const words: Record<Recording['visibility'], () => string> = {
    private: () => t('bluebridge', 'Only who manages the room'),
    members: () => t('bluebridge', 'All members of the room'),
    public: () => t('bluebridge', 'Everybody with the link'),
  };
  return words[visibility]();
}
