import { buildRequest } from '@bluebridge/core';
import { type BodySpec, calls, type CallSpec, type ParamSpec } from '@bluebridge/core/catalogue';
import { dialects } from '@bluebridge/core/dialects';

/** A call with the parameters and the body of one request. */
export interface SampleRequest {
  readonly call: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly body?: unknown;
}

const { bigbluebutton } = dialects;

const target = { endpoint: 'https://bbb.example.org/', secret: 'secret', dialect: bigbluebutton };

/** Names that a server must know already, or that must be told apart from others. */
export type KnownNames = Readonly<Record<string, string | number>>;

/** Parameters that mean something only together with others. */
const companions: Readonly<Record<string, readonly string[]>> = {
  isBreakout: ['parentMeetingID', 'sequence'],
};

const someTexts = ["It's * é~ 😀", '#1f5fbf', 'de', '70000'];

function candidates(name: string, spec: ParamSpec, known: KnownNames): readonly unknown[] {
  if (Object.hasOwn(known, name)) return [known[name]];
  const pattern = new RegExp(spec.pattern ?? '', 'u');
  switch (spec.kind) {
    case 'boolean':
      return [true];
    case 'integer':
      return [spec.min ?? 1];
    case 'time':
      return [1_800_000_000_000];
    case 'choice':
      return spec.values ?? [];
    case 'csv':
      return spec.values === undefined ? [['one', 'two']] : [spec.values.slice(0, 1)];
    case 'json':
      return ['[]', '{}'];
    case 'url':
      return ['https://example.org/a?b=c&d=é'];
    case 'id':
      return ['id-1'];
    case 'block':
      return ['One\nand two: *é~ 😀'];
    case 'text':
      return someTexts.filter((text) => pattern.test(text));
  }
}

/** Gives the first value that the core would send; TypeScript and PHP refuse the same. */
function sample(name: string, spec: ParamSpec, request: SampleRequest, known: KnownNames): unknown {
  const values = candidates(name, spec, known);
  const value = values.find((each) =>
    isSendable({ ...request, params: { ...request.params, [name]: each } }),
  );
  if (value === undefined) throw new Error(`No sample fits ${request.call} ${name}.`);
  return value;
}

function isSendable({ call, params, body }: SampleRequest): boolean {
  try {
    buildRequest(target, call as 'create', params as never, body as never);
    return true;
  } catch {
    return false;
  }
}

function bodyFor(spec: BodySpec | undefined): unknown {
  switch (spec?.kind) {
    case undefined:
      return undefined;
    case 'modules':
      return {
        presentation: [{ name: 'é.pdf', content: new TextEncoder().encode('%PDF-1.7 ]]> &') }],
      };
    case 'multipart':
      return {
        filename: 'é.vtt',
        content: new TextEncoder().encode('WEBVTT\n'),
        contentType: 'text/vtt',
      };
    case 'json':
      return Object.fromEntries(
        Object.entries(spec.fields).flatMap(([name, field]) =>
          candidates(name, field, {})
            .slice(0, 1)
            .map((value) => [name, value]),
        ),
      );
  }
}

const canHave = ({ needs, removed }: ParamSpec): boolean =>
  removed === undefined && (needs === undefined || Reflect.get(bigbluebutton, needs) === true);

/** Every call of the catalogue that a BigBlueButton server may have. */
export const samplableCalls: readonly CallSpec[] = Object.values<CallSpec>(calls).filter(
  ({ name, needs }) =>
    needs === undefined && !(bigbluebutton.missingCalls as readonly string[]).includes(name),
);

/** Gives the least a call can be made with. */
export function leastRequest(
  { name, params, atLeastOne = [], body }: CallSpec,
  known: KnownNames,
): SampleRequest {
  const needed = Object.entries<ParamSpec>(params).filter(
    ([param, spec]) => spec.required === true || atLeastOne.some(([first]) => first === param),
  );
  let request: SampleRequest = {
    call: name,
    params: {},
    ...(body?.required === true && { body: bodyFor(body) }),
  };
  for (const [param, spec] of needed) {
    const [value] = candidates(param, spec, known);
    request = { ...request, params: { ...request.params, [param]: value } };
  }
  return request;
}

/** A request with one thing more than the least, and its name. */
export interface FurtherRequest {
  readonly adds: string;
  readonly request: SampleRequest;
}

/** Gives the least request with each of the other parameters, then with the body. */
export function furtherRequests(
  spec: CallSpec,
  least: SampleRequest,
  known: KnownNames,
): readonly FurtherRequest[] {
  const extended = (request: SampleRequest, name: string): SampleRequest => {
    const param = spec.params[name];
    const value = param && sample(name, param, request, known);
    return { ...request, params: { ...request.params, [name]: value } };
  };
  const single = Object.entries<ParamSpec>(spec.params)
    .filter(([name, param]) => canHave(param) && !Object.hasOwn(least.params, name))
    .map(([adds]) => {
      const names = [...(companions[adds] ?? []), adds];
      return { adds, request: names.reduce((request, name) => extended(request, name), least) };
    });
  const body = bodyFor(spec.body);
  return body === undefined || least.body !== undefined
    ? single
    : [...single, { adds: 'body', request: { ...least, body } }];
}
