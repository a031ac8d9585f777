/** The core: build, sign, send and read BigBlueButton calls. */
export type { CallName, ParamsOf, ReplyOf } from './catalogue/index.ts';
export { type CallTrace, type Client, type ClientOptions, createClient } from './client/client.ts';
export { type Fetch, fetchTransport } from './client/fetch-transport.ts';
export { type Server, serverFrom } from './client/server.ts';
export type { Transport } from './client/transport.ts';
export { type Dialect, dialectNamed, type DialectName, dialects } from './dialects/index.ts';
export {
  BbbError,
  type BbbErrorCode,
  errorCodes,
  isBbbError,
  type Violation,
} from './errors/index.ts';
export { buildRequest, type HttpRequest, type RequestTarget } from './request/build-request.ts';
export { redactUrl } from './request/redact-url.ts';
export { type HttpResponse, interpretResponse } from './response/interpret-response.ts';
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
