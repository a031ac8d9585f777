/** Callbacks: what servers send on their own, proven genuine before it is read. */
export { type AnalyticsReport, verifyAnalytics } from './analytics.ts';
export {
  type EndCallbackClaims,
  endCallbackUrl,
  type MeetingEnded,
  verifyMeetingEnded,
} from './meeting-ended.ts';
export {
  type RecordingReady,
  type RecordingReadySettings,
  verifyRecordingReady,
} from './recording-ready.ts';
export {
  defaultWebhookSchemes,
  type WebhookRequest,
  type WebhookScheme,
  webhookSchemes,
} from './webhook-checksum.ts';
export {
  type KnownWebhookEvent,
  type UnknownWebhookEvent,
  verifyWebhook,
  type WebhookDelivery,
  type WebhookEvent,
  type WebhookSettings,
} from './webhook-event.ts';
export { type WebhookAttributes, type WebhookEventId, webhookEvents } from './webhook-events.ts';
