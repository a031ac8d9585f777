/** How a family of servers treats live meetings where a client can tell. */
export interface MeetingRules {
  /** What `end` and `getMeetingInfo` say of a meeting that nobody knows. */
  readonly unknownMeeting: string;
  /** The key of the refusal of a breakout room that names no parent. */
  readonly parentMissingKey: 'parentMeetingIDMissing' | 'parentMeetingIdMissing';
  /**
   * How join refuses a person whose parameters are right (wrong createTime, full, guest policy):
   * always by redirect, or in the form that the `redirect` parameter asks for.
   */
  readonly joinRefusal: 'redirect' | 'as-asked';
  /** Where a guest waits: on a page of its own, with a message key of its own, or in the client. */
  readonly guestLobby: 'own-page' | 'client';
  /** Whether viewers whom the caller knows are treated like guests. */
  readonly authenticatedGuest: boolean;
  /** Which parameter of a URL made by `getJoinUrl` says who the person is. */
  readonly handOffParameter: 'userID' | 'existingUserID';
  /** Userdata that viewers cannot set by `getJoinUrl`, in lower case. */
  readonly userdataBlocklist: readonly string[];
  /**
   * What becomes of userdata whose name is no XML name: it is echoed and makes the answer invalid,
   * as on real servers, or it is dropped.
   */
  readonly unfitUserdata: 'echoed' | 'dropped';
  /** How a body that is malformed XML is answered. */
  readonly malformedXml: 'refused' | 'error-page';
  /**
   * Whether join alone makes a person present until they leave. On real servers their browser does
   * that; this is for programs that have none.
   */
  readonly joinMakesPresent: boolean;
  /**
   * Whether the meeting page opens only in the browser that has the cookie of join, as on real
   * servers. The cookie then is for the page too, which here is beside the API.
   */
  readonly pageNeedsCookie: boolean;
  /** Whether documents are fetched that are given by their address, to show that they can be. */
  readonly fetchesDocuments: boolean;
  /** Whether a meeting is ended when its duration is over. */
  readonly durationEnds: boolean;
  /**
   * Where voice bridges come from: the caller or else chance, always chance, or nine digits that
   * follow from the meetingID.
   */
  readonly voiceBridges: 'given' | 'chance' | 'meetingID';
  /** What stands before the meetingID on the server that has the meeting; '' for nothing. */
  readonly idPrefixOnServer: string;
  /** Texts that the hoster puts before those of the caller. */
  readonly hostTexts?: HostTexts;
}

/** Texts of a hoster; they are HTML with placeholders like those of `create`. */
export interface HostTexts {
  readonly welcome: string;
  readonly moderatorOnlyMessage: string;
  /** The parameter of `create` by which a caller does without them. */
  readonly switchedOffBy: string;
}

/** Source: bbb-web source, 3.0 and, where 3.0 was not read, 2.7 and the 4.0 development line. */
export const meetingRules30: MeetingRules = {
  unknownMeeting: 'A meeting with that ID does not exist',
  parentMissingKey: 'parentMeetingIDMissing',
  joinRefusal: 'as-asked',
  guestLobby: 'client',
  authenticatedGuest: true,
  handOffParameter: 'existingUserID',
  userdataBlocklist: [
    'bbb_record_permission',
    'bbb_record_video',
    'bbb_fullaudio_bridge',
    'bbb_transparent_listen_only',
    'bbb_multi_user_pen_only',
    'bbb_presenter_tools',
    'bbb_multi_user_tools',
  ],
  unfitUserdata: 'echoed',
  malformedXml: 'refused',
  joinMakesPresent: false,
  // Real servers need it; but a browser sends no such cookie from a frame in a page of another site.
  pageNeedsCookie: false,
  // Real servers do; a simulator has no use for what it would get.
  fetchesDocuments: false,
  durationEnds: true,
  voiceBridges: 'given',
  idPrefixOnServer: '',
};

/** Source: bbb-web source, 2.6 and 2.7. */
export const meetingRules27: MeetingRules = {
  ...meetingRules30,
  parentMissingKey: 'parentMeetingIdMissing',
  joinRefusal: 'redirect',
  guestLobby: 'own-page',
  handOffParameter: 'userID',
  malformedXml: 'error-page',
};

/**
 * Source: IntegrationAPI description, section 3. The wording of the texts and how the servers behind
 * call a meeting are made up.
 */
export const integrationMeetingRules: MeetingRules = {
  ...meetingRules30,
  durationEnds: false,
  voiceBridges: 'chance',
  idPrefixOnServer: 'account-1.',
  hostTexts: {
    welcome:
      'Welcome to <b>%%CONFNAME%%</b>, hosted by the simulated IntegrationAPI. To join by phone, call %%DIALNUM%% and enter %%CONFNUM%%.',
    moderatorOnlyMessage: 'Phone access for your guests: %%DIALNUM%%, PIN %%CONFNUM%%.',
    switchedOffBy: 'deactivateBbbserverDefaultChatTexts',
  },
};
