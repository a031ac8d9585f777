import { Activity } from './activity.ts';
import { Chat } from './chat.ts';
import { Documents } from './documents.ts';
import { Lobby } from './lobby.ts';
import type { MeetingEvent } from './meeting-event.ts';
import type { MeetingSettings } from './meeting-settings.ts';
import type { ContentsSnapshot } from './meeting-snapshot.ts';
import { People } from './people.ts';
import { RecordingMarks } from './recording-marks.ts';
import type { AdmittedUser } from './user.ts';

/** Who is in a meeting, what they say and show, and which stretches are recorded. */
export class MeetingContents {
  readonly people: People;
  readonly lobby: Lobby;
  readonly recording: RecordingMarks;
  readonly chat = new Chat();
  readonly activity = new Activity();
  readonly documents: Documents;
  readonly customData = new Map<string, ReadonlyMap<string, string>>();
  readonly #tell: (event: MeetingEvent) => void;

  constructor(settings: MeetingSettings, tell: (event: MeetingEvent) => void) {
    this.#tell = tell;
    this.people = new People((kind, user, at) => {
      if (kind === 'user-joined') this.activity.joined(user, at);
      if (kind === 'user-left') this.activity.left(user, at);
      tell({ kind, user, at });
      if (kind === 'user-joined' && !this.recording.hasAny) this.recording.firstUserJoined(at);
    });
    this.documents = new Documents((added, at) => {
      for (const document of added) tell({ kind: 'document-received', document, at });
      tell({ kind: 'meeting-page-changed', at });
    });
    this.lobby = new Lobby(settings.guestPolicy);
    this.recording = new RecordingMarks(settings, (isOn, at) => {
      tell({ kind: isOn ? 'meeting-recording-started' : 'meeting-recording-stopped', at });
    });
  }

  raiseHand(internalUserID: string, raised: boolean, at: number): void {
    const user = this.people.find(internalUserID);
    if (user === undefined || user.handRaised === raised) return;
    user.handRaised = raised;
    if (raised) this.activity.raisedHand(user, at);
    this.#tell({ kind: 'user-raise-hand-changed', user, at });
  }

  say({ internalUserID, fullName }: AdmittedUser, text: string, at: number): void {
    const message = this.chat.add({ from: fullName, by: internalUserID, text, at });
    this.activity.wrote(internalUserID);
    const user = this.people.find(internalUserID);
    this.#tell({ kind: 'chat-group-message-sent', user, message, at });
  }

  announce(from: string, text: string, at: number): void {
    const message = this.chat.add({ from, text, at });
    this.#tell({ kind: 'chat-group-message-sent', user: undefined, message, at });
  }

  /** Ends the recording and tells of everybody that they left; they stay listed all the same. */
  close(at: number): void {
    this.recording.stop(at);
    this.people.tellAllLeft(at);
  }

  snapshot(): ContentsSnapshot {
    return {
      people: this.people.snapshot(),
      customData: [...this.customData].map(([userID, data]) => [userID, [...data]]),
      chat: [...this.chat.all()],
      activity: [...this.activity.all()],
      documents: [...this.documents.all()],
      lobby: this.lobby.snapshot(),
      recordedSpans: [...this.recording.spans],
    };
  }

  /** Replaces everything by what a snapshot says, without telling anyone. */
  restore(snapshot: ContentsSnapshot, now: number): void {
    this.people.restore(snapshot.people, now);
    this.customData.clear();
    for (const [userID, data] of snapshot.customData) this.customData.set(userID, new Map(data));
    this.chat.restore(snapshot.chat);
    this.activity.restore(snapshot.activity);
    this.documents.restore(snapshot.documents);
    this.lobby.restore(snapshot.lobby);
    this.recording.restore(snapshot.recordedSpans);
  }
}
