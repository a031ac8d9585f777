import { answerThroughBalancer } from '../balancer/answer-through-balancer.ts';
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
  const { balancer } = server.profile;
  if (balancer !== undefined) {
    const askServer = (passed: CallRequest) => answerPermitted(call, passed, received, server);
    return answerThroughBalancer(request, received, server, balancer, askServer);
  }
  if (!isLetIn(call, request, server)) {
    return refuse({ key: 'checksumError', message: call.checksumMessage }, call, request, server);
  }
  return answerPermitted(call, request, received, server);
}

/** Answers a request whose caller may make it. */
function answerPermitted(
  call: Call,
  request: CallRequest,
  received: ReceivedBody,
  server: SimulatedServer,
): Answer | Promise<Answer> {
  const violation = reportedViolation([
    ...(call.access === 'own' ? [] : contentTypeViolations(received)),
    ...call.violations(request, server),
  ]);
  return violation === undefined
    ? call.answer(request, server)
    : refuse(violation, call, request, server);
}

function refuse(
  violation: Failure,
  call: Call,
  request: CallRequest,
  server: SimulatedServer,
): Answer {
  return call.refuse?.(violation, request, server) ?? reply(failure(violation));
}

function isLetIn(
  { name, access = 'checksum' }: Call,
  { params, rawQuery }: CallRequest,
  { secrets, profile }: SimulatedServer,
): boolean {
  if (access === 'own') return !hasRefusedChecksum(params, profile);
  return isChecksumValid({ callName: name, rawQuery, params }, secrets, profile);
}
