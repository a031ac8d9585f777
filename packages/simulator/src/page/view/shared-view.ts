import type { Meeting } from '../../state/meeting.ts';
import type { AdmittedUser } from '../../state/user.ts';
import { shownChatMessages } from '../client/apply-change.ts';
import type {
  ChatView,
  DocumentView,
  DoorView,
  LiveChange,
  PersonView,
  RecordingView,
} from './meeting-view.ts';

/** What everybody in a meeting sees, or every moderator; built once however many look at it. */
export interface SharedView {
  people: ReadonlyMap<string, PersonView>;
  documents: DocumentView[];
  chat: ChatView[];
  recording: RecordingView;
  door: DoorView;
}

export function sharedView(meeting: Meeting, now: number): SharedView {
  const { recording, lobby, documents, chat } = meeting;
  return {
    people: new Map(
      meeting.attendees(now).map((user) => [
        user.internalUserID,
        {
          id: user.internalUserID,
          name: user.fullName,
          role: user.role,
          isGuest: user.guest === true,
          isPresenter: meeting.isPresenter(user),
          handRaised: user.handRaised,
        },
      ]),
    ),
    documents: documents.all().map(({ name, current }) => ({ name, isCurrent: current })),
    chat: chat.slice(-shownChatMessages),
    recording: { isOn: recording.isOn, isControllable: recording.isControllable },
    door: {
      policy: lobby.policy,
      message: lobby.message,
      guests: lobby.waiting().map(({ internalUserID: id, fullName: name }) => ({ id, name })),
    },
  };
}

/** Leaves out the people whom a person does not see. */
export function seenBy(user: AdmittedUser, { settings }: Meeting, shared: SharedView): SharedView {
  if (user.role === 'MODERATOR' || !settings.viewersSeeModeratorsOnly) return shared;
  const seen = [...shared.people].filter(
    ([id, { role }]) => role === 'MODERATOR' || id === user.internalUserID,
  );
  return { ...shared, people: new Map(seen) };
}

/** Tells what is different between two views of a meeting; undefined when nothing is. */
export function changeBetween(before: SharedView, after: SharedView): LiveChange | undefined {
  const here = [...after.people.values()].filter(
    (person) => !isSame(before.people.get(person.id), person),
  );
  const gone = [...before.people.keys()].filter((id) => !after.people.has(id));
  const lastID = before.chat.at(-1)?.id ?? 0;
  const chat = after.chat.filter(({ id }) => id > lastID);
  const parts = {
    ...(here.length > 0 ? { here } : {}),
    ...(gone.length > 0 ? { gone } : {}),
    ...(chat.length > 0 ? { chat } : {}),
    ...(isSame(before.documents, after.documents) ? {} : { documents: after.documents }),
    ...(isSame(before.recording, after.recording) ? {} : { recording: after.recording }),
    ...(isSame(before.door, after.door) ? {} : { door: after.door }),
  };
  return Object.keys(parts).length === 0 ? undefined : { state: 'change', ...parts };
}

/** Leaves out of a change what only moderators see; undefined when nothing remains. */
export function forViewers(change: LiveChange): LiveChange | undefined {
  const { door: _moderatorsOnly, ...rest } = change;
  return Object.keys(rest).length === 1 ? undefined : rest;
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
