import { BbbError, type HttpRequest, serverFrom, type Transport } from '@bluebridge/core';

export const server = serverFrom({
  endpoint: 'https://bbb.example.org/bigbluebutton/',
  secret: '639259d4-9dd8-4b25-bf01-95f9567eaf4b',
});

/** One answer of a scripted server: a body, an answer with status, or a failure. */
export type Answer =
  | string
  | {
      readonly status: number;
      readonly body?: string;
      readonly headers?: Readonly<Record<string, string>>;
    }
  | BbbError;

export const success = (inner = ''): string =>
  `<response><returncode>SUCCESS</returncode>${inner}</response>`;

export const failed = (key: string): string =>
  `<response><returncode>FAILED</returncode><messageKey>${key}</messageKey></response>`;

export const timeout = new BbbError('timeout', 'late', { retryable: true });

export const info = (extra = ''): string =>
  success(
    `<meetingID>abc123</meetingID><internalMeetingID>i-1</internalMeetingID><createTime>1700</createTime>${extra}`,
  );

/** A transport that gives the answers in turn, and the names of the calls it was asked. */
export function scripted(...answers: readonly Answer[]): {
  readonly transport: Transport;
  readonly asked: string[];
  readonly sent: HttpRequest[];
} {
  const asked: string[] = [];
  const sent: HttpRequest[] = [];
  const left = [...answers];
  const transport: Transport = {
    async send(request) {
      asked.push(/api\/(.*?)(?:\?|$)/.exec(request.url)?.[1] ?? '');
      sent.push(request);
      const answer = left.shift();
      if (answer === undefined) throw new Error('asked more often than expected');
      if (answer instanceof BbbError) throw answer;
      const {
        status,
        body = '',
        headers = {},
      } = typeof answer === 'string' ? { status: 200, body: answer } : answer;
      return { status, headers, body: new TextEncoder().encode(body) };
    },
  };
  return { transport, asked, sent };
}

/** Time that passes only by waiting; chance that is always the middle. */
export function quickTime(): {
  readonly now: () => number;
  readonly random: () => number;
  readonly sleep: (ms: number) => Promise<void>;
  readonly pauses: number[];
  readonly advance: (ms: number) => void;
} {
  let at = 0;
  const pauses: number[] = [];
  return {
    now: () => at,
    random: () => 0.5,
    sleep: async (ms) => {
      pauses.push(ms);
      at += ms;
    },
    pauses,
    advance: (ms) => {
      at += ms;
    },
  };
}
