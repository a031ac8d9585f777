import type { JwtAlgorithm } from '../callbacks/sign-jwt.ts';
import type { SelectionRules } from '../state/recording-selection.ts';

/** How a family of servers treats recordings where a client can tell. */
export interface RecordingRules {
  /** What every recording is published as. */
  readonly formats: readonly string[];
  /** How much later each further format is published, in milliseconds. */
  readonly formatGapMs: number;
  /** Whether a call looks at its fields before it looks at its checksum. */
  readonly firstCheck: 'fields' | 'checksum';
  /** How often the ids of a list are decoded: twice makes a space of a plus sign. */
  readonly idsDecoded: 'once' | 'twice';
  readonly selection: SelectionRules;
  readonly order: 'oldest-first' | 'newest-first';
  /** Whether a limit makes pages, odd numbers being bent to the nearest possible one. */
  readonly paging: 'bent' | 'ignored';
  /** Whether a page says how many recordings there are in all. */
  readonly countsAll: boolean;
  readonly emptyMessage: string;
  /** Whether recordings are known before they are published. */
  readonly knowsUnfinished: boolean;
  readonly elements: RecordingElements;
  /** What is left of deleted recordings, which can still be listed by their state. */
  readonly deletion: 'state' | 'emptied';
  /** What `publishRecordings` repeats: the parameter as sent, or what it was taken for. */
  readonly publishedEcho: 'as-sent' | 'as-understood';
  /** Whether `updateRecordings` says so when it changed nothing. */
  readonly admitsNoChange: boolean;
  /** What the address of an unpublished recording shows. */
  readonly unpublishedPlayback: 'nothing' | 'everything';
  /** What the token of a recording-ready callback is signed with. */
  readonly readyToken: JwtAlgorithm;
}

/** Which elements of a recording differ from family to family. */
export interface RecordingElements {
  readonly isBreakout: boolean;
  readonly rawSize: boolean;
  /** Of the recording and of each format. */
  readonly size: boolean;
  readonly protected: boolean;
  /** Elements of a format whose order differs. */
  readonly format: readonly ('processingTime' | 'length')[];
  /** Whether metadata has what the recording scripts add to that of the meeting. */
  readonly scriptMetadata: boolean;
  /** How metadata without a value is written. */
  readonly emptyMetadata: 'empty' | 'cdata';
}

/** Source: bbb-web source, recording controller and services, 2.6 to 3.0. */
export const recordingRules30: RecordingRules = {
  formats: ['presentation', 'video'],
  formatGapMs: 0,
  firstCheck: 'fields',
  idsDecoded: 'twice',
  selection: { ids: 'record-ids-win', metadata: 'all' },
  order: 'oldest-first',
  paging: 'bent',
  countsAll: true,
  emptyMessage: 'There are no recordings for the meeting(s).',
  knowsUnfinished: true,
  elements: {
    isBreakout: true,
    rawSize: true,
    size: true,
    protected: false,
    format: ['processingTime', 'length'],
    scriptMetadata: true,
    emptyMetadata: 'empty',
  },
  deletion: 'state',
  publishedEcho: 'as-sent',
  admitsNoChange: false,
  unpublishedPlayback: 'nothing',
  readyToken: 'HS256',
};

/** Source: bbb-web source, 2.7, which does not tell sizes. */
export const recordingRules27: RecordingRules = {
  ...recordingRules30,
  elements: { ...recordingRules30.elements, rawSize: false, size: false },
};

/** Source: Scalelite source, API controller and view of `getRecordings`. */
export const scaleliteRecordingRules: RecordingRules = {
  ...recordingRules30,
  firstCheck: 'checksum',
  idsDecoded: 'once',
  selection: { ids: 'both', metadata: 'any' },
  order: 'newest-first',
  paging: 'ignored',
  countsAll: false,
  emptyMessage: 'There are not recordings for the meetings',
  knowsUnfinished: false,
  elements: {
    isBreakout: false,
    rawSize: false,
    size: false,
    protected: true,
    format: ['length', 'processingTime'],
    scriptMetadata: false,
    emptyMetadata: 'cdata',
  },
  deletion: 'emptied',
  publishedEcho: 'as-understood',
  admitsNoChange: true,
};
