import type { ParamsOf, ReplyOf } from '../catalogue/types.ts';
import type { HttpRequest } from '../request/build-request.ts';
import { pauseAfter, type RetryTools, slept } from './retry.ts';
import type { Outcome, SendCall } from './send-call.ts';

/** What writing with care needs of the client. */
export interface CarefulTools {
  readonly send: SendCall;
  /** Asks for a meeting anew, trying as often as reads are tried. */
  readonly look: (
    meetingID: string,
    signal: AbortSignal | undefined,
  ) => Promise<Outcome<ReplyOf<'getMeetingInfo'>>>;
  readonly retry: RetryTools;
}

const maxPauseMs = 10_000;

type Found = ReplyOf<'getMeetingInfo'> | 'absent' | 'unknown';

/**
 * Sends `create`. When the answer is lost, or is no reply that can be read, it looks whether the
 * meeting is there: if so that is the reply, if not it sends once more. A second `create` never starts without such a look, because
 * it may reserve seats.
 */
export async function createWithCare(
  params: ParamsOf<'create'>,
  request: HttpRequest,
  signal: AbortSignal | undefined,
  tools: CarefulTools,
): Promise<Outcome<ReplyOf<'create'>>> {
  for (let made = 1; ; made++) {
    const outcome = await tools.send('create', request, signal);
    if (outcome.ok || signal?.aborted) return outcome;
    // The first create may arrive after all, and then the second one clashes with it.
    const isClash = made > 1 && outcome.failure.code === 'id_not_unique';
    if (!isLost(outcome) && !isClash) return outcome;
    const found = await lookFor(params.meetingID, signal, tools);
    const reply = typeof found === 'object' ? createReplyFrom(found, params) : undefined;
    if (reply !== undefined) return { ok: true, reply };
    if (found !== 'absent' || made > 1) return outcome;
    const pause = Math.max(pauseAfter(made, tools.retry.random()), outcome.retryAfterMs ?? 0);
    if (pause > maxPauseMs || !(await slept(tools.retry, pause, signal))) return outcome;
  }
}

/** Sends `end`, once. When the answer is lost, a meeting that is gone counts as ended. */
export async function endWithCare(
  params: ParamsOf<'end'>,
  request: HttpRequest,
  signal: AbortSignal | undefined,
  tools: CarefulTools,
): Promise<Outcome<ReplyOf<'end'>>> {
  const outcome = await tools.send('end', request, signal);
  if (outcome.ok || signal?.aborted || !isLost(outcome)) return outcome;
  const found = await lookFor(params.meetingID, signal, tools);
  const isGone =
    found === 'absent' || (typeof found === 'object' && found.hasBeenForciblyEnded === true);
  return isGone
    ? { ok: true, reply: { returncode: 'SUCCESS', messageKey: undefined, message: undefined } }
    : outcome;
}

/** Tells whether a write may have taken effect although no answer says so. */
function isLost({ failure, status = 0 }: Outcome<unknown> & { ok: false }): boolean {
  // A page of a 3xx or 4xx comes from somebody who turned the request away.
  if (failure.code === 'bad_reply') return status < 300 || status >= 500;
  return ['unreachable', 'timeout', 'server_unavailable'].includes(failure.code);
}

async function lookFor(
  meetingID: string,
  signal: AbortSignal | undefined,
  { look }: CarefulTools,
): Promise<Found> {
  const outcome = await look(meetingID, signal);
  if (outcome.ok) return outcome.reply;
  return outcome.failure.code === 'meeting_not_found' ? 'absent' : 'unknown';
}

/** The reply `create` would have given; nothing when this is not the meeting that was asked for. */
function createReplyFrom(
  info: ReplyOf<'getMeetingInfo'>,
  params: ParamsOf<'create'>,
): ReplyOf<'create'> | undefined {
  const { internalMeetingID, attendeePW, moderatorPW } = info;
  const isOther =
    info.hasBeenForciblyEnded === true ||
    (params.attendeePW !== undefined && params.attendeePW !== attendeePW) ||
    (params.moderatorPW !== undefined && params.moderatorPW !== moderatorPW);
  if (isOther || internalMeetingID === undefined) return undefined;
  return {
    returncode: 'SUCCESS',
    messageKey: undefined,
    message: undefined,
    meetingID: info.meetingID,
    internalMeetingID,
    parentMeetingID: info.parentMeetingID,
    attendeePW,
    moderatorPW,
    createTime: info.createTime,
    voiceBridge: info.voiceBridge,
    dialNumber: info.dialNumber,
    createDate: info.createDate,
    hasUserJoined: info.hasUserJoined,
    duration: info.duration,
    hasBeenForciblyEnded: info.hasBeenForciblyEnded,
  };
}
