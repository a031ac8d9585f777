import { element, type XmlElement, xmlPieces } from './xml-writer.ts';

/** What a call answers, before it is written as XML or JSON. */
export interface Reply {
  returncode: 'SUCCESS' | 'FAILED';
  /** The key for the request log; '' when the reply has none. */
  messageKey: string;
  fields: readonly XmlElement[];
}

/** A reason to refuse, in the server's words. */
export interface Failure {
  key: string;
  message: string;
}

/** Makes a successful reply. */
export function success(fields: readonly XmlElement[], messageKey = ''): Reply {
  return { returncode: 'SUCCESS', messageKey, fields };
}

/** Makes the usual failure: `messageKey` and `message` beside the return code. */
export function failure({ key, message }: Failure): Reply {
  return {
    returncode: 'FAILED',
    messageKey: key,
    fields: [element('messageKey', key), element('message', message)],
  };
}

/** Makes the older failure with an `errors` list, which some checks still answer. */
export function failureList(failures: readonly [Failure, ...Failure[]]): Reply {
  const errors = failures.map(({ key, message }) =>
    element('error', [element('key', key), element('message', message)]),
  );
  return { returncode: 'FAILED', messageKey: failures[0].key, fields: [element('errors', errors)] };
}

/** Writes a reply as the server's XML, in pieces. */
export function replyXml({ returncode, fields }: Reply): Generator<string, void> {
  return xmlPieces(element('response', [element('returncode', returncode), ...fields]));
}

/** Writes a reply as JSON, for callers who asked for it. */
export function replyJson(reply: Reply): string {
  const response = { returncode: reply.returncode, ...jsonFields(reply.fields) };
  return JSON.stringify({ response });
}

function jsonFields(fields: readonly XmlElement[]): Record<string, unknown> {
  return Object.fromEntries(
    fields.map(({ name, content }) => [
      name,
      typeof content === 'object' ? content.map((child) => jsonFields([child])) : (content ?? ''),
    ]),
  );
}
