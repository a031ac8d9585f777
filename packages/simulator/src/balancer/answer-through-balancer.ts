import { type Answer, type CallRequest, fail, reply, type SimulatedServer } from '../calls/call.ts';
import type { ReceivedBody } from '../calls/request-body.ts';
import type { BalancerRules } from '../profiles/balancer-rules.ts';
import { success } from '../wire/envelopes.ts';
import { element, emptyElement } from '../wire/xml-writer.ts';
import { frontCall } from './front-calls.ts';
import { frontRefusal } from './front-refusal.ts';
import { passOnCreate } from './pass-on-create.ts';
import { joinUrlBehind } from './server-behind.ts';

/**
 * Answers a call as a balancer does: it checks what concerns itself, hands the call on to a server,
 * and hands back what that answers. Source: Scalelite source, API controller.
 */
export async function answerThroughBalancer(
  request: CallRequest,
  received: ReceivedBody,
  server: SimulatedServer,
  rules: BalancerRules,
  askServer: (request: CallRequest) => Answer | Promise<Answer>,
): Promise<Answer> {
  const { callName, params } = request;
  const { meetings } = server.state;
  const refusal = frontRefusal(request, received, server, rules);
  if (refusal !== undefined) return fail(refusal.key, refusal.message);
  const isUnknown = meetings.findLive(params.text('meetingID')) === undefined;
  switch (callName) {
    case 'create': {
      const passed = passOnCreate(params, isUnknown, rules);
      if ('key' in passed) return fail(passed.key, passed.message);
      return handBack(callName, await askServer({ ...request, params: passed }));
    }
    case 'join':
      return joinBehind(request, server, rules);
    case 'isMeetingRunning':
      return isUnknown ? reply(success([element('running', false)])) : askServer(request);
    case 'getMeetings': {
      const hasNone = !rules.listsMeetings || rules.servers === 'disabled';
      return hasNone || meetings.all().length === 0 ? noMeetings() : askServer(request);
    }
    default:
      // About recordings it knows all there is to know itself.
      return frontCall(callName).meeting === 'none'
        ? askServer(request)
        : handBack(callName, await askServer(request));
  }
}

/** Sends the browser on to the server; on one that is disabled the balancer falls over. */
function joinBehind(
  { params }: CallRequest,
  server: SimulatedServer,
  { servers }: BalancerRules,
): Answer {
  if (servers === 'disabled') return { kind: 'error-page', status: 500 };
  const location = joinUrlBehind(params, server);
  return { kind: 'redirect', location, returncode: '', messageKey: '' };
}

/** Hands an answer back; of a failure it only understands the usual form. */
function handBack(callName: string, answer: Answer): Answer {
  if (answer.kind === 'error-page') {
    return fail('internalError', 'Response did not include returncode');
  }
  if (answer.kind !== 'reply' || answer.reply.returncode === 'SUCCESS') return answer;
  const isUsual = answer.reply.fields.some(({ name }) => name === 'messageKey');
  return isUsual ? answer : fail('internalError', frontCall(callName).unable);
}

/** Unlike a single server, it writes the list behind the message. */
function noMeetings(): Answer {
  const key = 'noMeetings';
  const fields = [
    element('messageKey', key),
    element('message', 'no meetings were found on this server'),
    emptyElement('meetings'),
  ];
  return reply(success(fields, key));
}
