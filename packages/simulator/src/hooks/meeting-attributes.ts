import type { WebhooksBehaviour } from '../profiles/webhooks.ts';
import type { Meeting } from '../state/meeting.ts';
import { javaDate } from '../wire/java-date.ts';

/** Lists what `meeting-created` tells of a meeting besides its ids, passwords included. */
export function createdMeetingAttributes(
  { settings, createTime }: Meeting,
  version: WebhooksBehaviour['attributes'],
): Record<string, unknown> {
  const { breakout } = settings;
  const parent = { 'parent-id': breakout?.parentMeetingID ?? 'bbb-none' };
  return {
    name: settings.name,
    'is-breakout': breakout !== undefined,
    ...(version === '2.6' ? {} : parent),
    duration: settings.duration,
    'create-time': createTime,
    'create-date': javaDate(createTime),
    'moderator-pass': settings.moderatorPW,
    'viewer-pass': settings.attendeePW,
    record: settings.record,
    'voice-conf': settings.voiceBridge,
    'dial-number': settings.dialNumber,
    'max-users': settings.maxParticipants,
    metadata: Object.fromEntries(settings.metadata),
    ...(version === '3.4' || version === '3.5' ? bridges : {}),
  };
}

/** The bridges of a server of the 3.0 line that nobody configured otherwise. */
const bridges = {
  audioBridge: 'bbb-webrtc-sfu',
  cameraBridge: 'bbb-webrtc-sfu',
  screenShareBridge: 'bbb-webrtc-sfu',
};
