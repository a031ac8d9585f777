/** One request to the API, with nothing in it that would let someone repeat it. */
export interface LoggedRequest {
  /** Epoch milliseconds of the simulator's clock. */
  at: number;
  method: string;
  call: string;
  /** The raw query with checksum, passwords and tokens masked. */
  query: string;
  /** 0 when the caller got no answer. */
  status: number;
  /** '' for answers that are not the API's (HTML error pages). */
  returncode: string;
  messageKey: string;
  /** The kind of fault that spoilt the answer; absent for a true answer. */
  fault?: string;
}

const secretNames = /checksum|password|PW$|token|secret/iu;
const keptRequests = 1_000;

/** The latest requests to the API, oldest first. */
export class RequestLog {
  readonly #requests: LoggedRequest[] = [];

  add(request: Omit<LoggedRequest, 'query'> & { rawQuery: string }): void {
    const { rawQuery, ...rest } = request;
    this.#requests.push({ ...rest, query: maskQuery(rawQuery) });
    if (this.#requests.length > keptRequests) this.#requests.shift();
  }

  all(): readonly LoggedRequest[] {
    return [...this.#requests];
  }

  clear(): void {
    this.#requests.length = 0;
  }
}

/** Masks the values of a raw query that are secret or part of a signed URL. */
function maskQuery(rawQuery: string): string {
  return rawQuery
    .split('&')
    .map((pair) => {
      const equals = pair.indexOf('=');
      if (equals === -1) return pair;
      const name = pair.slice(0, equals);
      // A value may be a URL with a token of its own.
      const isSecret = secretNames.test(name) || secretNames.test(pair.slice(equals));
      return isSecret ? `${name}=***` : pair;
    })
    .join('&');
}
