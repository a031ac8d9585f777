import { createHmac, timingSafeEqual } from 'node:crypto';
import { type Clock, hour } from '../clock.ts';
import type { StoredRecording } from '../storage/recordings.ts';

const path = '/recordings/preview';

/** What an address of a preview names. */
export interface NamedPreview {
  readonly roomId: string;
  readonly recordID: string;
  readonly until: number;
  readonly mac: string;
}

/** Addresses of preview images on our own host, which images of a page can have. */
export interface PreviewAddresses {
  /** Makes an address that is good for one to two hours, the same one within an hour. */
  addressOf(roomId: string, recording: StoredRecording): string;
  /** Tells whether an address was made by us, is still good, and is for the same people. */
  isGood(named: NamedPreview, recording: StoredRecording): boolean;
}

/**
 * Makes addresses that nobody guesses. Images cannot show a token as other requests do, so who may
 * see the recording is given such an address, which ends when the recording is for others.
 */
export function previewAddresses(secret: string, clock: Clock): PreviewAddresses {
  const macOf = (roomId: string, { recordID, audience }: StoredRecording, until: number) =>
    createHmac('sha256', secret)
      .update(JSON.stringify(['bluebridge preview', roomId, recordID, audience, until]))
      .digest('base64url');
  return {
    addressOf(roomId, recording) {
      const until = (Math.floor(clock.now() / hour) + 2) * hour;
      const mac = macOf(roomId, recording, until);
      const query = { room: roomId, recording: recording.recordID, until: String(until), mac };
      return `${path}?${new URLSearchParams(query).toString()}`;
    },
    isGood({ roomId, until, mac }, recording) {
      const good = Buffer.from(macOf(roomId, recording, until));
      const given = Buffer.from(mac);
      const isOurs = good.byteLength === given.byteLength && timingSafeEqual(good, given);
      return isOurs && until > clock.now();
    },
  };
}
