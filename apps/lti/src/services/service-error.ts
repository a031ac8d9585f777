/** Why a service of a platform did not answer what it was asked. */
export type ServiceErrorCode =
  /** No answer, or one that says "later". */
  | 'service_unreachable'
  /** Too many questions; `retryAfterMs` says how long to wait where the platform says it. */
  | 'service_busy'
  /** A clear no, which asking again does not change. */
  | 'service_refused'
  /** The platform grants this tool no access to the service. */
  | 'scope_missing'
  /** The address does not belong to the platform, so no token goes there. */
  | 'service_foreign'
  /** An answer that is not what the service's specification says. */
  | 'service_unreadable';

/** The error of a platform's service. It carries neither addresses nor tokens. */
export class ServiceError extends Error {
  override readonly name = 'ServiceError';
  readonly code: ServiceErrorCode;
  /** Status of the answer, where there was one. */
  readonly status: number | undefined;
  readonly retryAfterMs: number | undefined;

  constructor(code: ServiceErrorCode, answer: { status?: number; retryAfterMs?: number } = {}) {
    super(answer.status === undefined ? code : `${code}: ${answer.status}`);
    this.code = code;
    this.status = answer.status;
    this.retryAfterMs = answer.retryAfterMs;
  }

  /** Whether the same question may be answered later. */
  get retryable(): boolean {
    return this.code === 'service_unreachable' || this.code === 'service_busy';
  }
}
