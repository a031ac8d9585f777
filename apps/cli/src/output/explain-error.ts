import type { BbbError, BbbErrorCode } from '@bluebridge/core';
import { type ExitCode, exitCodes } from '../exit-codes.ts';
import { explainViolations } from './explain-violations.ts';

interface Explanation {
  readonly what: string;
  /** One thing to do now. */
  readonly next: string;
}

const explanations: Readonly<Record<BbbErrorCode, Explanation>> = {
  invalid_params: {
    what: 'The call cannot be made with these parameters.',
    next: 'See: bluebridge call <name> --help',
  },
  not_supported: {
    what: 'This server does not have the call.',
    next: 'Check BBB_DIALECT. A call that only your hoster has is named with --extension.',
  },
  not_configured: {
    what: 'The server is not set up.',
    next: 'Set BBB_ENDPOINT and BBB_SECRET. See: bluebridge --help',
  },
  unreachable: {
    what: 'Nobody answers at the endpoint.',
    next: 'Check BBB_ENDPOINT and your network, or run: bluebridge probe <endpoint>',
  },
  timeout: {
    what: 'The server took too long.',
    next: 'Try again. A write may still have worked: look before you repeat it.',
  },
  bad_reply: {
    what: 'What answers is not BigBlueButton, or not all of it arrived.',
    next: 'Check BBB_ENDPOINT, or run: bluebridge probe <endpoint>',
  },
  checksum_rejected: {
    what: 'The server does not accept the checksum.',
    next: 'Check BBB_SECRET; on the server, "bbb-conf --secret" shows it.',
  },
  meeting_not_found: {
    what: 'There is no such meeting on the server.',
    next: 'See which there are: bluebridge call getMeetings',
  },
  id_not_unique: {
    what: 'A meeting with this ID is there already, with other settings.',
    next: 'Choose another meetingID, or end the other meeting first.',
  },
  access_denied: {
    what: 'The server denies access.',
    next: 'Check the password or the role, and what the hoster allows.',
  },
  seats_exhausted: {
    what: 'No seats are left.',
    next: 'Wait until somebody leaves, or ask for fewer seats.',
  },
  server_unavailable: {
    what: 'The server cannot answer now.',
    next: 'Try again in a minute.',
  },
  server_refused: {
    what: 'The server refused the call.',
    next: 'Look the key up in the documentation of the server.',
  },
};

/** Words a failure for a person: what happened, the details for developers, one next step. */
export function explainError(error: BbbError): readonly string[] {
  const { what, next } = explanations[error.code];
  const details = error.violations.length === 0 ? [detailsOf(error)] : [];
  return [
    what,
    ...details,
    ...explainViolations(error.call, error.violations),
    nextStep(error, next),
  ];
}

/** Gives a failure as data for programs. */
export function errorAsData(error: BbbError): Readonly<Record<string, unknown>> {
  const { code, call, messageKey, retryable, violations } = error;
  return {
    error: {
      code,
      call,
      messageKey,
      retryable,
      message: detailsOf(error),
      ...(violations.length > 0 && { violations }),
    },
  };
}

/** Chooses the exit code: what was refused before anything was sent is wrong usage. */
export function exitCodeOf(error: BbbError): ExitCode {
  if (error.code === 'not_configured') return exitCodes.notConfigured;
  const ours = error.code === 'invalid_params' && error.messageKey === undefined;
  return ours ? exitCodes.usage : exitCodes.failed;
}

function nextStep({ code, call }: BbbError, next: string): string {
  const isNamed = code === 'invalid_params' && call !== undefined;
  return isNamed ? next.replace('<name>', call) : next;
}

/** Gives the developer’s words of an error, which hold no secret. */
export function detailsOf(error: BbbError): string {
  return error.message.replace(/^\[\w+\] /, '');
}
