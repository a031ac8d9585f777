import type { AnalyticsReport, RecordingReady, WebhookDelivery } from '@bluebridge/core';
import { printable } from './printable.ts';

/** Words a proven webhook: what proves it, then one line for each event. */
export function describeWebhook({ scheme, events, dropped }: WebhookDelivery): readonly string[] {
  const lost = dropped.repeated + dropped.unreadable;
  return [
    `Genuine, by ${scheme}.${caveats[scheme]}`,
    ...events.map(({ id, meetingID, internalMeetingID, at }) =>
      [
        at === undefined ? '–' : timeText(at),
        printable(id),
        printable(meetingID ?? internalMeetingID ?? '–'),
      ].join('  '),
    ),
    ...(lost === 0
      ? []
      : [`Left out: ${dropped.repeated} repeated, ${dropped.unreadable} unreadable.`]),
  ];
}

const caveats: Readonly<Record<WebhookDelivery['scheme'], string>> = {
  raw_body: '',
  form_json: '',
  constant: ' This checksum covers nothing of the body: anybody who saw one can send another.',
  bearer: ' It carries the secret itself and covers nothing of the body.',
};

/** Words a proven recording-ready callback. */
export function describeRecordingReady({ meetingID, recordID }: RecordingReady): readonly string[] {
  return ['Genuine.', `meetingID  ${printable(meetingID)}`, `recordID   ${printable(recordID)}`];
}

/** Words a proven analytics callback. */
export function describeAnalytics({ meetingID, data }: AnalyticsReport): readonly string[] {
  const { attendees = [], duration } = data;
  return [
    'Genuine.',
    `meetingID  ${printable(meetingID)}`,
    `people     ${attendees.length}`,
    `minutes    ${duration === undefined ? '–' : Math.round(duration / 60)}`,
  ];
}

function timeText(at: number): string {
  const isTime = Number.isFinite(at) && Math.abs(at) <= 8.64e15;
  return isTime ? new Date(at).toISOString().slice(0, 19).replace('T', ' ') : '–';
}
