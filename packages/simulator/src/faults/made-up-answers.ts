import type { HttpAnswer } from '../calls/http-answer.ts';
import { failure, failureList, type Reply, success } from '../wire/envelopes.ts';
import type { Parameters } from '../wire/raw-query.ts';
import { element, writeXml } from '../wire/xml-writer.ts';
import type { FaultOf } from './fault.ts';
import { proxyPage } from './made-up-bodies.ts';

/** Makes a refusal with any key, in any of the three envelopes, with any status. */
export function refusal(fault: FaultOf<'refusal'>, xmlType: string): HttpAnswer {
  const { returncode, status, key } = fault;
  const response = element('response', [element('returncode', returncode), ...fieldsOf(fault)]);
  const headers = { 'Content-Type': `${xmlType};charset=utf-8` };
  return {
    response: new Response(writeXml(response), { status, headers }),
    returncode: 'FAILED',
    messageKey: key,
  };
}

function fieldsOf({ envelope, key, message }: FaultOf<'refusal'>): Reply['fields'] {
  if (envelope === 'A') return failure({ key, message }).fields;
  if (envelope === 'B') return failureList([{ key, message }]).fields;
  return [element('message', message)];
}

/** Makes the answer of something in front of the API that lets nobody through. */
export function unauthorized({ status, format }: FaultOf<'unauthorized'>): HttpAnswer {
  const [type, body] = {
    text: ['text/plain', 'Unauthorized'],
    json: ['application/json', '{"error":"unauthorized"}'],
    html: ['text/html', proxyPage(status)],
  }[format] as [string, string];
  const response = new Response(body, { status, headers: { 'Content-Type': type } });
  return { response, returncode: '', messageKey: '' };
}

/** Makes the success that a call usually answers, although nothing was done. */
export function hollowSuccess(
  callName: string,
  params: Parameters,
  fields: Readonly<Record<string, string>>,
): Reply {
  const all = new Map([...usualFields(callName, params), ...Object.entries(fields)]);
  const elements = [...all].map(([name, value]) => element(name, value));
  return success(elements, all.get('messageKey') ?? '');
}

function usualFields(callName: string, params: Parameters): [string, string][] {
  switch (callName) {
    case 'publishRecordings':
      return [['published', params.text('publish')]];
    case 'deleteRecordings':
      return [['deleted', 'true']];
    case 'updateRecordings':
      return [['updated', 'true']];
    case 'end':
      return [['messageKey', 'sentEndMeetingRequest']];
    default:
      return [];
  }
}
