import { hash } from 'node:crypto';
import { buildRequest, canonicalQuery, checksum, serverFrom } from '@bluebridge/core';
import { wireParams } from '../../../../packages/core/src/request/wire-params.ts';
import type { Cell } from '../figures.ts';
import { cpuMicrosEach } from '../measure.ts';
import { bbbPromise, bigbluebuttonJs } from '../peers.ts';

const endpoint = 'https://bbb.example.org/bigbluebutton/';
const secret = '639259d4-9dd8-4b25-bf01-95f9567eaf4b';
const server = serverFrom({ endpoint, secret });

/** A create call as an adapter makes it: 26 parameters, a URL of about 1.1 KB. */
export const params = {
  name: 'Mathematik 9b: Größen & Einheiten',
  meetingID: 'wp-4f1c2a7e90b34d5c8e6f-room-0012',
  welcome:
    'Willkommen in <b>%%CONFNAME%%</b>! Bitte Mikrofone aus, Fragen in den Chat. 日本語も大丈夫です。',
  meetingLayout: 'SMART_LAYOUT',
  maxParticipants: 40,
  logoutURL: 'https://schule.example.org/kurse/9b/raum?von=konferenz&sprache=de',
  record: true,
  duration: 90,
  moderatorOnlyMessage: 'Code für Gäste: 4711 (bitte nicht weitergeben)',
  autoStartRecording: false,
  allowStartStopRecording: true,
  webcamsOnlyForModerator: false,
  bannerText: 'Diese Stunde wird aufgezeichnet',
  bannerColor: '#1f5fbf',
  muteOnStart: true,
  allowModsToUnmuteUsers: false,
  lockSettingsDisablePrivateChat: true,
  lockSettingsDisableNotes: false,
  lockSettingsLockOnJoin: true,
  guestPolicy: 'ASK_MODERATOR',
  meetingKeepEvents: false,
  endWhenNoModerator: true,
  endWhenNoModeratorDelayInMinutes: 5,
  'meta_bbb-origin': 'Bluebridge',
  'meta_bbb-context': 'Kurs 9b, Raum 12',
  'meta_end-callback-url':
    'https://schule.example.org/wp-json/bluebridge/v1/ended?room=12&t=8f1e0c',
} as const;

const pairs = wireParams(params);
const query = canonicalQuery(pairs);
const rounds = 40_000;

/** Makes the least that an encoder can be: one look-up a character. */
function bareEncoder(): () => string {
  const encoded = Array.from({ length: 0x10000 }, (_, code) =>
    new URLSearchParams([['', String.fromCharCode(code)]]).toString().slice(1),
  );
  return () => {
    let text = '';
    for (const [name, value] of pairs) {
      text += `&${name}=`;
      for (let at = 0; at < value.length; at++) text += encoded[value.charCodeAt(at)];
    }
    return text;
  };
}

const each =
  (work: () => unknown): Cell =>
  async () => ({ micros: await cpuMicrosEach(rounds, work), bytes: query.length });

export const signCells: Readonly<Record<string, Cell>> = {
  'sign-bare-hash': each(() => hash('sha256', `create${query}${secret}`, 'hex')),
  'sign-bare-encoding': (argument) => each(bareEncoder())(argument),
  'sign-core': each(() => {
    const text = canonicalQuery(wireParams(params));
    return `${endpoint}api/create?${text}&checksum=${checksum('sha256', 'create', text, secret)}`;
  }),
  'sign-core-validated': each(() => buildRequest(server, 'create', params).url),
  'sign-bigbluebutton-js': async (argument) => {
    const { name, meetingID, ...rest } = params;
    const { administration } = bigbluebuttonJs().api(endpoint, secret);
    return each(() => administration.create(name, meetingID, rest))(argument);
  },
  // Its create sends at once; join builds a URL in the same way from the same parameters.
  'sign-bbb-promise': async (argument) => {
    const { name, meetingID, ...rest } = params;
    const { administration } = bbbPromise().server(endpoint, secret);
    return each(() => administration.join(name, meetingID, 'pw', rest))(argument);
  },
};
