import { calls, type CallSpec } from '../catalogue/index.ts';
import type { BodyOf, CallName, ParamsOf } from '../catalogue/types.ts';
import { BbbError } from '../errors/index.ts';
import { has } from '../validation/dialect-rules.ts';
import { buildRequest, type HttpRequest, type RequestTarget } from './build-request.ts';

/**
 * Builds the signed request of a call whose answer is read here, where `buildRequest` also builds
 * what a browser opens.
 *
 * Throws as `buildRequest` does, and `not_supported` when the dialect answers the call to browsers
 * only. See the Scalelite source, `join`.
 */
export function requestToSend<N extends CallName>(
  target: RequestTarget,
  name: N,
  params: ParamsOf<N>,
  body?: BodyOf<N>,
): HttpRequest {
  const request = buildRequest(target, name, params, body);
  const { answerNeeds }: CallSpec = calls[name];
  if (answerNeeds !== undefined && !has(target.dialect, answerNeeds)) {
    throw BbbError.browsersOnly(name, target.dialect.name);
  }
  return request;
}
