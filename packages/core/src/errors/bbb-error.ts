import type { BadReplyReason } from './bad-reply-reasons.ts';
import type { BbbErrorCode } from './codes.ts';
import type { ViolationRule } from './violation-rules.ts';

/** One rule a parameter breaks: where, which rule, and what would be allowed. */
export interface Violation {
  /** Name of the parameter on the wire. */
  readonly path: string;
  readonly rule: ViolationRule;
  /** The limit, the pattern or the list of values, as text. */
  readonly allowed?: string;
}

interface BbbErrorDetails {
  readonly call?: string | undefined;
  readonly messageKey?: string | undefined;
  readonly retryable?: boolean;
  readonly violations?: readonly Violation[];
  readonly reason?: BadReplyReason | undefined;
  readonly cause?: unknown;
}

/**
 * The only error the core throws. `code` decides; the message informs developers and holds no
 * URL, secret or checksum.
 */
export class BbbError extends Error {
  override readonly name = 'BbbError';
  readonly code: BbbErrorCode;
  /** Name of the call that failed. */
  readonly call: string | undefined;
  /** The server's own key, as sent. */
  readonly messageKey: string | undefined;
  /**
   * Whether the same call may be sent again a moment later. Never true of a write that may have
   * taken effect.
   */
  readonly retryable: boolean;
  /** Every broken rule, for `invalid_params`. */
  readonly violations: readonly Violation[];
  /** Why a reply is none, for the `bad_reply` of a call. */
  readonly reason: BadReplyReason | undefined;

  constructor(code: BbbErrorCode, message: string, details: BbbErrorDetails = {}) {
    super(`[${code}] ${message}`, details.cause === undefined ? {} : { cause: details.cause });
    this.code = code;
    this.call = details.call;
    this.messageKey = details.messageKey;
    this.retryable = details.retryable ?? false;
    this.violations = details.violations ?? [];
    this.reason = details.reason;
  }

  /** Creates the error for parameters that must not be sent. */
  static invalidParams(call: string, violations: readonly Violation[]): BbbError {
    const list = violations.map((v) => `${v.path}: ${v.rule}`).join(', ');
    return new BbbError('invalid_params', `${call} got unusable parameters (${list})`, {
      call,
      violations,
    });
  }

  /** Creates the error for a call the server's dialect does not have; raised before any request. */
  static notSupported(call: string, dialect: string): BbbError {
    return new BbbError('not_supported', `${dialect} servers do not have ${call}`, { call });
  }

  /** Creates the error for a call that the dialect answers to browsers only; before any request. */
  static browsersOnly(call: string, dialect: string): BbbError {
    const advice = 'give its signed link to the browser of the participant';
    return new BbbError(
      'not_supported',
      `${dialect} servers answer ${call} to browsers only: ${advice}`,
      {
        call,
      },
    );
  }

  /** Creates the error for settings that cannot work. */
  static notConfigured(what: string): BbbError {
    return new BbbError('not_configured', what);
  }

  /** Creates the error for a reply that is not a BigBlueButton reply, or not a whole one. */
  static badReply(call: string, reason: BadReplyReason, why: string, retryable = false): BbbError {
    const message = `${call} was answered with ${why}`;
    return new BbbError('bad_reply', message, { call, reason, retryable });
  }
}

/** Tells whether a caught value is the core's error. */
export function isBbbError(error: unknown): error is BbbError {
  return error instanceof BbbError;
}
