import type { Method } from '../profiles/profile.ts';
import type { Recording } from '../state/recording.ts';
import { isChecksumValid } from '../wire/checksum.ts';
import { withoutControlCharacters } from '../wire/coercion.ts';
import type { Parameters } from '../wire/raw-query.ts';
import { type Answer, type Call, type CallRequest, fail, type SimulatedServer } from './call.ts';

const checksumMessage = 'You did not pass the checksum security check';

/** A parameter without which a call about recordings is refused. */
interface RequiredField {
  name: string;
  key: string;
  message: string;
}

export const recordIDField: RequiredField = {
  name: 'recordID',
  key: 'missingParamRecordID',
  message: 'You must specify a recordID.',
};

export const publishField: RequiredField = {
  name: 'publish',
  key: 'missingParamPublish',
  message: 'You must specify a publish value true or false.',
};

type Handler = (request: CallRequest, server: SimulatedServer) => Answer | Promise<Answer>;

/**
 * Makes a call about recordings. They are checked in an order of their own: that there is a
 * checksum, that the fields are there, and only then that the checksum is right. Source: bbb-web
 * source, recording controller.
 */
export function recordingCall(
  name: string,
  methods: readonly Method[],
  required: readonly RequiredField[],
  answer: Handler,
): Call {
  return {
    name,
    methods,
    access: 'own',
    checksumMessage,
    violations: () => [],
    answer: (request, server) =>
      refusal(name, required, request, server) ?? answer(request, server),
  };
}

function refusal(
  callName: string,
  required: readonly RequiredField[],
  { params, rawQuery }: CallRequest,
  { secrets, profile }: SimulatedServer,
): Answer | undefined {
  const isSigned = isChecksumValid({ callName, rawQuery, params }, secrets, profile);
  const missing = required.find(({ name }) => cleaned(params, name) === '');
  const needsChecksumFirst = profile.recordings.firstCheck === 'checksum';
  if (params.text('checksum') === '' || (needsChecksumFirst && !isSigned)) {
    return fail('checksumError', checksumMessage);
  }
  if (missing !== undefined) return fail(missing.key, missing.message);
  return isSigned ? undefined : fail('checksumError', checksumMessage);
}

/** Reads a parameter as these calls do: without control characters and surrounding space. */
export function cleaned(params: Parameters, name: string): string {
  return withoutControlCharacters(params.text(name)).trim();
}

/**
 * Reads a list with commas. The server decodes its ids a second time; undefined when they do not
 * decode, which the server does not survive.
 */
export function idsIn(
  params: Parameters,
  name: string,
  { profile }: SimulatedServer,
): string[] | undefined {
  const text = cleaned(params, name);
  if (text === '') return [];
  if (profile.recordings.idsDecoded === 'once') return splitLikeJava(text);
  try {
    return splitLikeJava(decodeURIComponent(text.replaceAll('+', ' ')));
  } catch {
    return undefined;
  }
}

/** Finds the recordings that a change applies to: by whole id, published or unpublished. */
export function changeableIn(ids: readonly string[], { state }: SimulatedServer): Recording[] {
  return ids
    .map((id) => state.recordings.find(id))
    .filter((recording) => recording !== undefined)
    .filter((recording) => recording.state === 'published' || recording.state === 'unpublished');
}

/** Answers that none of the recordings exists. */
export function noSuchRecordings(): Answer {
  return fail('notFound', 'We could not find recordings');
}

/** Answers with XML on one line, written without escaping, as the recording controller does. */
export function plainXml(content: string, { profile }: SimulatedServer): Answer {
  const text = `<response><returncode>SUCCESS</returncode>${content}</response>`;
  const type = `${profile.xmlType};charset=utf-8`;
  return { kind: 'raw', status: 200, type, text, returncode: 'SUCCESS', messageKey: '' };
}

/** Empty texts at the end of a list do not count. */
function splitLikeJava(text: string): string[] {
  return text.replace(/,+$/u, '').split(',');
}
