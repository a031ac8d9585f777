import { askAfter } from './ask-after.ts';
import { generateOcsUrl } from '@nextcloud/router';
import type { Answered, Method, Sent } from './operations.ts';

/** A request that the app refused, or that never got there. */
export class RequestFailed extends Error {
  override readonly name = 'RequestFailed';

  /** `offline` when there was no answer. */
  readonly code: string;
  /** HTTP status; 0 when there was no answer. */
  readonly status: number;
  /** What is wrong with a field, by its name. */
  readonly violations: Readonly<Record<string, string>>;

  constructor(
    message: string,
    code: string,
    status: number,
    violations: Readonly<Record<string, string>> = {},
  ) {
    super(message);
    this.code = code;
    this.status = status;
    this.violations = violations;
  }
}

interface Refusal {
  readonly code?: unknown;
  readonly message?: unknown;
  readonly violations?: readonly { readonly path: string; readonly text: string }[];
}

interface Envelope {
  readonly ocs?: { readonly data?: unknown; readonly meta?: { readonly message?: unknown } };
}

/**
 * Calls the app's API (`/ocs/v2.php/apps/bluebridge/api/v1/`) and gives its data. Throws
 * {@link RequestFailed}, whose message the server wrote for people where it has one.
 */
export async function ocs<M extends Method, Path extends string>(
  method: M,
  path: Path,
  ...sent: Sent<M, Path>
): Promise<Answered<M, Path>> {
  return (await ocsAnswer(method, path, ...sent)).data;
}

/**
 * Gives when to ask again besides the data, ms; undefined where the answer does not say. It is in a
 * header: what the browser keeps of an unchanged answer has the data of then, but headers of now.
 */
export async function ocsAnswer<M extends Method, Path extends string>(
  method: M,
  path: Path,
  ...sent: Sent<M, Path>
): Promise<{ readonly data: Answered<M, Path>; readonly askAfter: number | undefined }> {
  const [body, signal] = sent as [body?: unknown, signal?: AbortSignal];
  const response = await send(method, path, body, signal);
  const envelope = await envelopeOf(response);
  if (response.ok) {
    return { data: envelope.ocs?.data as Answered<M, Path>, askAfter: askAfter(response) };
  }
  const refusal = (envelope.ocs?.data ?? {}) as Refusal;
  const message = [refusal.message, envelope.ocs?.meta?.message].find(isSaid) ?? '';
  const violations = refusal.violations ?? [];
  throw new RequestFailed(
    message,
    isSaid(refusal.code) ? refusal.code : `http_${response.status}`,
    response.status,
    Object.fromEntries(violations.map(({ path: field, text }) => [field, text])),
  );
}

async function send(
  method: Method,
  path: string,
  body: unknown,
  signal: AbortSignal | undefined,
): Promise<Response> {
  const headers: Record<string, string> = { Accept: 'application/json', 'OCS-APIRequest': 'true' };
  if (body !== undefined) headers['Content-Type'] = 'application/json';
  try {
    return await fetch(generateOcsUrl(`apps/bluebridge/api/v1/${path}`), {
      method,
      headers,
      ...(body !== undefined && { body: JSON.stringify(body) }),
      ...(signal && { signal }),
    });
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new RequestFailed('', 'offline', 0);
  }
}

/** A proxy may answer with a page instead. */
async function envelopeOf(response: Response): Promise<Envelope> {
  try {
    return (await response.json()) as Envelope;
  } catch {
    return {};
  }
}

function isSaid(text: unknown): text is string {
  return typeof text === 'string' && text !== '';
}
