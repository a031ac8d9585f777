/** The core: build, sign, send and read BigBlueButton calls. */
export {
  type AnalyticsReport,
  defaultWebhookSchemes,
  type EndCallbackClaims,
  endCallbackUrl,
  type KnownWebhookEvent,
  type MeetingEnded,
  type RecordingReady,
  type RecordingReadySettings,
  type UnknownWebhookEvent,
  verifyAnalytics,
  verifyMeetingEnded,
  verifyRecordingReady,
  verifyWebhook,
  type WebhookAttributes,
  type WebhookDelivery,
  type WebhookEvent,
  type WebhookEventId,
  webhookEvents,
  type WebhookRequest,
  type WebhookScheme,
  webhookSchemes,
  type WebhookSettings,
} from './callbacks/index.ts';
export type {
  BodyOf,
  CallName,
  DocumentInput,
  ExtensionName,
  FileInput,
  ParamsOf,
  ReplyOf,
} from './catalogue/index.ts';
export {
  type CallOptions,
  type CallTrace,
  type Client,
  type ClientOptions,
  createClient,
} from './client/client.ts';
export type { Timeouts } from './client/patience.ts';
export type { Recording, RecordingFilter } from './client/recording-pages.ts';
export type { RetryLimits } from './client/retry.ts';
export { type Fetch, fetchTransport } from './client/fetch-transport.ts';
export {
  type CallFinding,
  type CapabilityRecord,
  type Findings,
  probe,
  type Pasted,
  type ProbeFailure,
  probeFailures,
  type ProbeInput,
  type ProbeNextStep,
  type ProbeOptions,
  type ProbeResult,
  readPasted,
} from './client/probe.ts';
export { type Server, serverFrom } from './client/server.ts';
export type { StreamedResponse, Transport } from './client/transport.ts';
export { type Dialect, dialectNamed, type DialectName, dialects } from './dialects/index.ts';
export {
  type BadReplyReason,
  badReplyReasons,
  BbbError,
  type BbbErrorCode,
  errorCodes,
  isBbbError,
  type Violation,
} from './errors/index.ts';
export { buildRequest, type HttpRequest, type RequestTarget } from './request/build-request.ts';
export { redactUrl } from './request/redact-url.ts';
export { requestToSend } from './request/request-to-send.ts';
export { type HttpResponse, interpretResponse } from './response/interpret-response.ts';
export {
  type ItemStream,
  type StreamedItem,
  type StreamedRest,
  streamItems,
  type StreamMeta,
} from './response/stream-reply.ts';
export {
  createParams,
  joinParams,
  type JoinPlan,
  type MeetingRole,
  type MeetingState,
  meetingStateFrom,
  type Participant,
  planJoin,
  type Room,
} from './rooms/index.ts';
export { canonicalQuery, encodeValue } from './signing/canonical-query.ts';
export { checksum } from './signing/checksum.ts';
export { type HashAlgorithm, hashAlgorithms } from './signing/hash-algorithms.ts';
