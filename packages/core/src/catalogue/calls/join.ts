import { defineCall } from '../define-call.ts';
import { layouts } from '../enums.ts';
import { joinUserdata } from './join-userdata.ts';

export const join = defineCall({
  name: 'join',
  summary: 'Lets a participant into a meeting.',
  methods: ['GET'],
  auth: 'checksum',
  hashGroup: 'api',
  effect: 'browser',
  format: 'xml',
  answerNeeds: 'answersJoinWithReply',
  params: {
    meetingID: { kind: 'id', required: true, min: 2, max: 256 },
    fullName: { kind: 'text', required: true, personal: true, min: 1 },
    password: {
      kind: 'text',
      deprecated: '2.4',
      secret: true,
      note: 'Published as required; needed without role only.',
    },
    role: {
      kind: 'choice',
      values: ['MODERATOR', 'VIEWER'],
      since: '2.4',
      note: 'Published with ATTENDEE, which servers ignore.',
    },
    userID: {
      kind: 'text',
      personal: true,
      note: 'External id. Without it the server reports an internal one.',
    },
    createTime: {
      kind: 'time',
      note: 'Must equal the meeting’s; keeps an old link out of a new session.',
    },
    redirect: {
      kind: 'boolean',
      default: true,
      note: 'With false the server answers XML, but validation errors still redirect.',
    },
    guest: { kind: 'boolean', default: false },
    auth: { kind: 'boolean' },
    bot: {
      kind: 'boolean',
      default: false,
      since: '3.0',
      note: 'Does not count against maxParticipants.',
    },
    avatarURL: { kind: 'url', personal: true },
    webcamBackgroundURL: { kind: 'url', since: '2.7' },
    excludeFromDashboard: { kind: 'boolean', default: false, since: '2.4' },
    enforceLayout: { kind: 'choice', values: layouts, since: '3.0' },
    logoutURL: { kind: 'url', since: '3.0' },
    errorRedirectUrl: { kind: 'url', since: '2.7' },
    firstName: { kind: 'text', since: '3.0', personal: true },
    lastName: { kind: 'text', since: '3.0', personal: true },
    existingUserID: { kind: 'text', since: '3.0', personal: true },
    replaceSessionToken: { kind: 'text', since: '3.0', secret: true },
    sessionName: { kind: 'text', since: '3.0', personal: true },
    defaultLayout: { kind: 'choice', values: layouts, since: '2.4', deprecated: '3.0' },
    webVoiceConf: { kind: 'text', deprecated: 'yes' },
    configToken: {
      kind: 'text',
      removed: '2.4',
      secret: true,
      note: 'Published still; it went with the Flash client.',
    },
    joinViaHtml5: { kind: 'boolean', removed: '2.3' },
    clientURL: { kind: 'url', removed: 'yes' },
    ...joinUserdata,
  },
  atLeastOne: [['role', 'password']],
  prefixes: [
    {
      prefix: 'userdata-',
      pattern: '^userdata-[A-Za-z0-9_.]+$',
      note: 'A second hyphen makes the server drop the parameter.',
    },
  ],
  // Answered only with redirect=false; names here are snake case on the wire.
  reply: {
    meeting_id: { kind: 'text', promised: true },
    user_id: { kind: 'text' },
    auth_token: { kind: 'text' },
    session_token: { kind: 'text' },
    guestStatus: { kind: 'text' },
    url: { kind: 'text', promised: true },
  },
  notes: ['meeting_id in the reply is the internal id.'],
});
