import type { AttributesOf, AttributeSpecs } from './attributes.ts';

/*
 * The events bbb-webhooks sends, with the attributes taken over of each. Passwords, session
 * tokens, phone numbers and what tells of somebody's device are left out on purpose.
 */

const meeting = { 'internal-meeting-id': 'text', 'external-meeting-id': 'text' } as const;
const person = { 'internal-user-id': 'text', 'external-user-id': 'text' } as const;
const user = {
  ...person,
  name: 'text',
  role: 'text',
  presenter: 'boolean',
  guest: 'boolean',
  userdata: 'map',
  stream: 'text',
} as const;

const ofMeeting = { meeting } as const;
const ofUser = { meeting, user } as const;
const ofVoice = {
  meeting,
  user: { ...user, 'listening-only': 'boolean', 'sharing-mic': 'boolean', muted: 'boolean' },
} as const;
const ofRecording = {
  meeting,
  'record-id': 'text',
  success: 'boolean',
  'step-time': 'number',
  workflow: 'text',
} as const;

/** Every known event by its id. */
export const webhookEvents = {
  'meeting-created': {
    meeting: {
      ...meeting,
      name: 'text',
      'is-breakout': 'boolean',
      'parent-id': 'text',
      duration: 'number',
      'create-time': 'number',
      'create-date': 'text',
      record: 'boolean',
      'max-users': 'number',
      metadata: 'map',
    },
  },
  'meeting-ended': ofMeeting,
  'meeting-recording-started': ofMeeting,
  'meeting-recording-stopped': ofMeeting,
  'meeting-recording-unhandled': ofMeeting,
  'meeting-screenshare-started': ofUser,
  'meeting-screenshare-stopped': ofUser,
  'meeting-presentation-changed': { meeting: { ...meeting, 'presentation-id': 'text' } },
  'user-joined': ofUser,
  'user-left': ofUser,
  'user-audio-voice-enabled': ofVoice,
  'user-audio-voice-disabled': ofVoice,
  'user-audio-muted': ofVoice,
  'user-audio-unmuted': ofVoice,
  'user-audio-unhandled': ofVoice,
  'user-cam-broadcast-start': ofUser,
  'user-cam-broadcast-end': ofUser,
  'user-presenter-assigned': ofUser,
  'user-presenter-unassigned': ofUser,
  'user-emoji-changed': { meeting, user: { ...user, emoji: 'text' } },
  'user-raise-hand-changed': { meeting, user: { ...user, 'raise-hand': 'boolean' } },
  'transcript-updated': {
    meeting,
    user: person,
    transcript: { id: 'text', transcript: 'text', locale: 'text', final: 'boolean' },
  },
  'chat-group-message-sent': {
    meeting,
    'chat-message': {
      id: 'text',
      message: 'text',
      sender: { ...person, name: 'text', time: 'number' },
    },
    'chat-id': 'text',
  },
  'pad-content': {
    meeting,
    pad: {
      id: 'text',
      'external-pad-id': 'text',
      rev: 'number',
      start: 'number',
      end: 'number',
      text: 'text',
    },
  },
  'poll-started': {
    meeting,
    user: person,
    poll: { id: 'text', question: 'text', answers: 'open' },
  },
  'poll-responded': { meeting, user: person, poll: { id: 'text', answerIds: 'open' } },
  'rap-published': ofRecording,
  'rap-unpublished': ofRecording,
  'rap-deleted': ofRecording,
  'rap-archive-started': ofRecording,
  'rap-archive-ended': { ...ofRecording, recorded: 'boolean', duration: 'number' },
  'rap-sanity-started': ofRecording,
  'rap-sanity-ended': ofRecording,
  'rap-post-archive-started': ofRecording,
  'rap-post-archive-ended': ofRecording,
  'rap-process-started': ofRecording,
  'rap-process-ended': ofRecording,
  'rap-post-process-started': ofRecording,
  'rap-post-process-ended': ofRecording,
  'rap-publish-started': ofRecording,
  'rap-publish-ended': {
    ...ofRecording,
    recording: {
      name: 'text',
      'is-breakout': 'boolean',
      'start-time': 'number',
      'end-time': 'number',
      size: 'number',
      'raw-size': 'number',
      metadata: 'map',
      playback: 'open',
      download: 'open',
    },
  },
  'rap-post-publish-started': ofRecording,
  'rap-post-publish-ended': ofRecording,
} as const satisfies Record<string, AttributeSpecs>;

export type WebhookEventId = keyof typeof webhookEvents;

/** Attributes of one known event. */
export type WebhookAttributes<I extends WebhookEventId> = AttributesOf<(typeof webhookEvents)[I]>;
