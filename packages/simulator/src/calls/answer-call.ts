import { hasRefusedChecksum, isChecksumValid } from '../wire/checksum.ts';
import { failure, type Failure } from '../wire/envelopes.ts';
import { parseQuery } from '../wire/raw-query.ts';
import { type Answer, type Call, type CallRequest, reply, type SimulatedServer } from './call.ts';
import { reportedViolation } from './constraints.ts';
import { contentTypeViolations, type ReceivedBody } from './request-body.ts';

/** What is known of a request before its body has been looked into. */
export type RequestHead = Pick<CallRequest, 'method' | 'callName' | 'rawQuery' | 'headers'>;

/**
 * Answers a call in the server's order: first the checksum, then every other constraint, then the
 * call itself.
 */
export async function answerCall(
  call: Call,
  head: RequestHead,
  received: ReceivedBody,
  server: SimulatedServer,
): Promise<Answer> {
  const params = parseQuery(head.rawQuery).followedBy(received.params);
  const { contentType, text, bytes } = received;
  const now = server.state.settle();
  const request: CallRequest = { ...head, params, contentType, body: text, bytes, now };
  const refuse = (violation: Failure) =>
    call.refuse?.(violation, request, server) ?? reply(failure(violation));

  if (!isLetIn(call, request, server)) {
    return refuse({ key: 'checksumError', message: call.checksumMessage });
  }
  const violation = reportedViolation([
    ...(call.access === 'own' ? [] : contentTypeViolations(received)),
    ...call.violations(request, server),
  ]);
  return violation === undefined ? call.answer(request, server) : refuse(violation);
}

function isLetIn(
  { name, access = 'checksum' }: Call,
  { params, rawQuery }: CallRequest,
  { secrets, profile }: SimulatedServer,
): boolean {
  if (access === 'own') return !hasRefusedChecksum(params, profile);
  return isChecksumValid({ callName: name, rawQuery, params }, secrets, profile);
}
