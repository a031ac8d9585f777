import type { Reader } from '../input/readers.ts';
import { flag, listOf, object, oneOf, optional, text, wholeNumber } from '../input/readers.ts';
import type { ServerOptions } from '../options.ts';
import { profileNames } from '../profiles/index.ts';
import type { BalancerRules } from '../profiles/balancer-rules.ts';
import type { MeetingRules } from '../profiles/meeting-rules.ts';
import type { RecordingElements, RecordingRules } from '../profiles/recording-rules.ts';
import type { SeatRules } from '../profiles/seat-rules.ts';
import {
  type WebhooksRules,
  webhooksVersions,
  type WebhooksVersion,
} from '../profiles/webhooks.ts';
import { hashAlgorithms } from '../wire/checksum.ts';

/** A reader for every member, so that none is forgotten here when one is added there. */
type Shape<T> = { readonly [Name in keyof T]-?: Reader<T[Name] | undefined, unknown> };

const some = text({ min: 1, max: 1_000 });
const words = optional(listOf(some));
const isOn = optional(flag);

const meetings: Shape<MeetingRules> = {
  unknownMeeting: optional(some),
  parentMissingKey: optional(oneOf('parentMeetingIDMissing', 'parentMeetingIdMissing')),
  joinRefusal: optional(oneOf('redirect', 'as-asked')),
  guestLobby: optional(oneOf('own-page', 'client')),
  authenticatedGuest: isOn,
  handOffParameter: optional(oneOf('userID', 'existingUserID')),
  userdataBlocklist: words,
  unfitUserdata: optional(oneOf('echoed', 'dropped')),
  malformedXml: optional(oneOf('refused', 'error-page')),
  joinMakesPresent: isOn,
  pageNeedsCookie: isOn,
  fetchesDocuments: isOn,
  durationEnds: isOn,
  voiceBridges: optional(oneOf('given', 'chance', 'meetingID')),
  idPrefixOnServer: optional(text({ max: 100 })),
  hostTexts: optional(
    object({ welcome: text(), moderatorOnlyMessage: text(), switchedOffBy: some }),
  ),
};

const elements: { readonly [Name in keyof RecordingElements]: Reader<RecordingElements[Name]> } = {
  isBreakout: flag,
  rawSize: flag,
  size: flag,
  protected: flag,
  format: listOf(oneOf('processingTime', 'length')),
  scriptMetadata: flag,
  emptyMetadata: oneOf('empty', 'cdata'),
};

const recordings: Shape<RecordingRules> = {
  formats: words,
  formatGapMs: optional(wholeNumber()),
  firstCheck: optional(oneOf('fields', 'checksum')),
  idsDecoded: optional(oneOf('once', 'twice')),
  selection: optional(
    object({ ids: oneOf('record-ids-win', 'both'), metadata: oneOf('all', 'any') }),
  ),
  order: optional(oneOf('oldest-first', 'newest-first')),
  paging: optional(oneOf('bent', 'ignored')),
  countsAll: isOn,
  emptyMessage: optional(some),
  knowsUnfinished: isOn,
  elements: optional(object(elements)),
  deletion: optional(oneOf('state', 'emptied')),
  publishedEcho: optional(oneOf('as-sent', 'as-understood')),
  admitsNoChange: isOn,
  unpublishedPlayback: optional(oneOf('nothing', 'everything')),
  readyToken: optional(oneOf('HS256', 'HS512')),
};

const webhooks: Shape<WebhooksRules> = {
  version: optional(oneOf(...(Object.keys(webhooksVersions) as WebhooksVersion[]))),
  meetingID: optional(oneOf('optional', 'required')),
  personalData: optional(oneOf('sent', 'removed')),
  hashAlgorithm: optional(oneOf(...hashAlgorithms)),
  authorization: optional(oneOf('checksum', 'bearer')),
  permanentHooks: optional(listOf(object({ url: some, getRaw: optional(flag) }))),
};

const seats: Shape<SeatRules> = {
  connections: optional(wholeNumber({ min: 1 })),
  defaultSeats: optional(wholeNumber({ min: 1 })),
  defaultMinutes: optional(wholeNumber({ min: 1 })),
  overtimeCounts: optional(oneOf('as-reserved', 'as-connected')),
  refusalKey: optional(text({ max: 100 })),
  refusalMessage: optional(text({ max: 1_000 })),
};

const balancer: Shape<BalancerRules> = {
  listsMeetings: isOn,
  recordingsFilter: optional(oneOf('optional', 'required')),
  maxMeetingDuration: optional(wholeNumber()),
  servers: optional(oneOf('enabled', 'cordoned', 'disabled')),
  serverTags: words,
  tenant: optional(object({ id: some, name: some })),
};

/** Readers of what every server may be told; the secret is not optional. */
export const serverShape = {
  secret: some,
  moreSecrets: words,
  profile: optional(oneOf(...profileNames)),
  hashAlgorithms: optional(listOf(oneOf(...hashAlgorithms))),
  signedQuery: optional(oneOf('as-sent', 're-encoded')),
  meetings: optional(object(meetings)),
  recordings: optional(object(recordings)),
  webhooks: optional(object(webhooks)),
  seats: optional(object(seats)),
  balancer: optional(object(balancer)),
  joinHost: optional(some),
  allowOutbound: isOn,
  processingDelayMs: optional(wholeNumber()),
} satisfies Shape<ServerOptions>;
