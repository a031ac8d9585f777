import { isChecksumValid } from '../wire/checksum.ts';
import { failure, type Failure } from '../wire/envelopes.ts';
import { parseQuery } from '../wire/raw-query.ts';
import { type Answer, type Call, type CallRequest, reply, type SimulatedServer } from './call.ts';
import { reportedViolation } from './constraints.ts';
import { contentTypeViolations, type ReceivedBody } from './request-body.ts';

/**
 * Answers a call in the server's order: first the checksum, then every other constraint, then the
 * call itself.
 */
export function answerCall(
  call: Call,
  rawQuery: string,
  body: ReceivedBody,
  server: SimulatedServer,
): Answer {
  const params = parseQuery(rawQuery).followedBy(body.params);
  const { contentType, text } = body;
  const request: CallRequest = { params, contentType, body: text, now: server.state.settle() };
  const refuse = (violation: Failure) =>
    call.refuse?.(violation, request, server) ?? reply(failure(violation));

  const signed = { callName: call.name, rawQuery, params };
  if (!isChecksumValid(signed, server.secret, server.profile.hashAlgorithms)) {
    return refuse({ key: 'checksumError', message: call.checksumMessage });
  }
  const violation = reportedViolation([
    ...contentTypeViolations(body),
    ...call.violations(request, server),
  ]);
  return violation === undefined ? call.answer(request, server) : refuse(violation);
}
