type HashAlgorithm = 'sha1' | 'sha256' | 'sha384' | 'sha512';

/**
 * What server families differ in. Code asks for one of these, never for a dialect's name or a
 * server's version. Defaults and consequences are told in `capabilityNotes`.
 */
export interface Capabilities {
  readonly hashAlgorithms: readonly HashAlgorithm[];
  readonly hooksHashAlgorithms: readonly HashAlgorithm[];
  readonly missingCalls: readonly string[];
  readonly answersJoinWithReply: boolean;
  readonly supportsDurationEnd: boolean;
  readonly reservesSeats: boolean;
  readonly evictsOvertimeMeetings: boolean;
  readonly supportsDefaultChatTextsSwitch: boolean;
  readonly requiresMeetingForHooks: boolean;
  readonly redactsEvents: boolean;
  readonly supportsRecordingPaging: boolean;
  readonly supportsRecordingProtection: boolean;
  readonly supportsFeedback: boolean;
  readonly supportsAttendance: boolean;
  readonly supportsPastMeetings: boolean;
  readonly supportsMp4: boolean;
}

/** One capability in words. */
interface CapabilityNote {
  readonly means: string;
  /** What a server that is not known otherwise is taken for. */
  readonly default: string;
  readonly consequence: string;
}

/** What each capability means, what is assumed, and what follows from it. */
export const capabilityNotes = {
  hashAlgorithms: {
    means: 'Hash algorithms of the checksum, the one to use first.',
    default: 'sha256 first, all four',
    consequence: 'The first one signs, unless the server’s settings name another.',
  },
  hooksHashAlgorithms: {
    means: 'The same for the calls under hooks/, which another service answers.',
    default: 'sha1 first: bbb-webhooks before 3 knows no other',
    consequence: 'The first one signs hook calls, unless the server’s settings name another.',
  },
  missingCalls: {
    means: 'Calls the server does not have.',
    default: 'those removed from BigBlueButton',
    consequence: 'They fail with not_supported before anything is sent.',
  },
  answersJoinWithReply: {
    means: 'join with redirect=false is answered with a reply.',
    default: 'yes',
    consequence: 'Elsewhere join cannot be called, only opened in a browser by its signed link.',
  },
  supportsDurationEnd: {
    means: 'The server ends a meeting when its duration is over.',
    default: 'yes',
    consequence: 'Where it does not, the adapter sends end itself.',
  },
  reservesSeats: {
    means: 'maxParticipants and duration reserve capacity of the account.',
    default: 'no',
    consequence: 'Both are always sent, and a create may fail for want of seats.',
  },
  evictsOvertimeMeetings: {
    means: 'A meeting past its duration may be ended in favour of a new one.',
    default: 'no',
    consequence: 'An ending nobody asked for is normal; people are warned before the time is up.',
  },
  supportsDefaultChatTextsSwitch: {
    means: 'create knows deactivateBbbserverDefaultChatTexts.',
    default: 'no',
    consequence: 'Elsewhere the parameter is refused.',
  },
  requiresMeetingForHooks: {
    means: 'Hooks are registered for one meeting each.',
    default: 'no',
    consequence: 'hooks/create without meetingID is refused before anything is sent.',
  },
  redactsEvents: {
    means: 'Personal data in events may be missing or obfuscated.',
    default: 'no',
    consequence: 'Nothing may depend on the name or address of a user in an event.',
  },
  supportsRecordingPaging: {
    means: 'getRecordings knows offset and limit.',
    default: 'yes, since 2.6',
    consequence: 'Elsewhere the two are refused and the whole list is read.',
  },
  supportsRecordingProtection: {
    means: 'updateRecordings knows protect: only fresh links open a protected recording.',
    default: 'no',
    consequence: 'Elsewhere the parameter is refused.',
  },
  supportsFeedback: {
    means: 'The feedback call answers.',
    default: 'no: its behaviour is not confirmed',
    consequence: 'Elsewhere feedback fails with not_supported before anything is sent.',
  },
  supportsAttendance: {
    means: 'The hoster’s getAttendance answers.',
    default: 'no',
    consequence: 'Elsewhere it fails with not_supported before anything is sent.',
  },
  supportsPastMeetings: {
    means: 'The hoster’s list of past meetings answers.',
    default: 'no',
    consequence: 'Elsewhere it fails with not_supported before anything is sent.',
  },
  supportsMp4: {
    means: 'The hoster makes MP4 files of recordings.',
    default: 'no',
    consequence: 'Elsewhere processMP4 and getMP4Url fail with not_supported.',
  },
} as const satisfies Record<keyof Capabilities, CapabilityNote>;
