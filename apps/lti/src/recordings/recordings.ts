import { type Client, type RecordingReady, verifyRecordingReady } from '@bluebridge/core';
import { second } from '../clock.ts';
import type { GuardedClient, GuardedDownload } from '../http/guarded-client.ts';
import type { SeenList } from '../storage/recording-lists.ts';
import type { RecordingSearch, StoredRecording } from '../storage/recordings.ts';
import type { StoredRoom } from '../storage/rooms.ts';
import { abilitiesOf, type RecordingAbilities } from './abilities.ts';
import { type CaptionFile, type CaptionTrack, captionTracks, uploadCaptions } from './captions.ts';
import { changeAndLook, lookAt, type ServerChange } from './confirmed-change.ts';
import { oneByOne } from './one-by-one.ts';
import { isStillOpen } from './playback-probe.ts';
import { previewAddresses, type PreviewAddresses } from './preview-addresses.ts';
import { isStale } from './recordings-pace.ts';
import { syncRooms, type SyncTools } from './sync-rooms.ts';

/** The recordings of a room as we know them. */
export interface KnownRecordings {
  readonly recordings: readonly StoredRecording[];
  readonly readAt: number | undefined;
  /** Whether the server failed when it was asked the last time. */
  readonly isBehind: boolean;
}

/** What came of a change on the server. */
export interface Changed {
  readonly outcome: 'done' | 'unconfirmed';
  /** Whether its address still opens although it is published no longer. */
  readonly isStillOpen: boolean;
}

/** The recordings of all rooms, from our own index. */
export interface RecordingsDesk {
  readonly abilities: RecordingAbilities;
  /** What keeps the index; for the job. */
  readonly sync: SyncTools;
  readonly previews: {
    readonly addresses: PreviewAddresses;
    readonly pictures: GuardedDownload;
  };
  /** Lists what the index has; asks the server before only where that is due, and never twice at once. */
  list(room: StoredRoom, search?: RecordingSearch): Promise<KnownRecordings>;
  /** Verifies what claims to be a message of the server. Throws BbbError. */
  verifyReady(body: Uint8Array): RecordingReady;
  /** Hears that a recording is ready. Answers whether the server has it. */
  ready(room: StoredRoom, recordID: string): Promise<'known' | 'unknown' | 'later'>;
  /** Changes a recording and confirms it. Throws BbbError. */
  change(room: StoredRoom, recording: StoredRecording, change: ServerChange): Promise<Changed>;
  /** Reads the captions of a recording. Throws BbbError. */
  captions(recordID: string): Promise<readonly CaptionTrack[]>;
  /** Uploads captions of a recording. Throws BbbError. */
  addCaptions(recordID: string, file: CaptionFile): Promise<void>;
  /** Reads a recording as the server has it now, for one person alone. Throws BbbError. */
  fresh(room: StoredRoom, recording: StoredRecording): Promise<StoredRecording | undefined>;
}

interface Dependencies extends SyncTools {
  readonly client: Client;
  /** What asks addresses of playback pages. */
  readonly web: GuardedClient;
  /** What gets preview images. */
  readonly pictures: GuardedDownload;
}

/** Longer than all tries of one question take. */
const lease = 60 * second;
/** A change that the server does not show yet is looked for again so soon. */
const soon = 20 * second;
/** The list of a room that nobody has opened. */
const unread: SeenList = { readAt: undefined, failures: 0 };
/** Bounds what repeated callbacks about one room cost. */
const readyEvery = 5 * second;

/** Connects rooms to their recordings. */
export function createRecordings({ web, pictures, ...sync }: Dependencies): RecordingsDesk {
  const { client, storage, clock } = sync;
  const { recordings, recordingLists } = storage;

  const inTurn = oneByOne();

  /** Asks the server about a room unless somebody does so already, or just did. */
  async function ask({ id, meetingID }: StoredRoom, seen: SeenList = unread): Promise<boolean> {
    await recordingLists.begin(id);
    if (!(await recordingLists.claim(id, lease, seen))) return false;
    await syncRooms(sync, [{ roomId: id, meetingID }]);
    return true;
  }

  return {
    abilities: abilitiesOf(client.server.dialect),
    sync,
    previews: { addresses: previewAddresses(client.server.secret, clock), pictures },

    async list(room, search) {
      const known = await recordings.listOf(room.id);
      const seen = await recordingLists.get(room.id);
      const isNew = isStale(seen, known, clock.now()) && (await ask(room, seen));
      const list = await recordingLists.get(room.id);
      return {
        recordings: search || isNew ? await recordings.listOf(room.id, search) : known,
        readAt: list?.readAt,
        isBehind: (list?.failures ?? 0) > 0,
      };
    },

    verifyReady: (body) =>
      // Some balancers sign with the longer hash.
      verifyRecordingReady(body, { secret: client.server.secret, allowHs512: true }),

    async ready(room, recordID) {
      await recordingLists.begin(room.id);
      const list = await recordingLists.get(room.id);
      const now = clock.now();
      const isCrowded = list?.readAt !== undefined && now - list.readAt < readyEvery;
      if (isCrowded || !(await ask(room, list))) {
        await recordingLists.hasten(room.id, now + readyEvery);
        return (await recordings.get(room.id, recordID)) ? 'known' : 'later';
      }
      const found = await recordings.get(room.id, recordID);
      return found?.facts === undefined ? 'unknown' : 'known';
    },

    async change(room, recording, change) {
      const { recordID } = recording;
      const outcome = await changeAndLook(sync, room, recordID, change);
      if (outcome === 'unconfirmed') await recordingLists.hasten(room.id, clock.now() + soon);
      const isChecked = change.kind === 'unpublish' && outcome === 'done';
      return { outcome, isStillOpen: isChecked && (await isStillOpen(web, recording)) };
    },

    captions: (recordID) => captionTracks(client, recordID),
    addCaptions: (recordID, file) => uploadCaptions(client, recordID, file),

    async fresh(room, { recordID, audience }) {
      // Equal questions at the same time share one answer, and with it an address that opens once.
      const found = await inTurn(recordID, () => lookAt(sync, room, recordID));
      return found && { ...found, audience };
    },
  };
}
