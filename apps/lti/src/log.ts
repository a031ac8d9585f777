import type { Clock } from './clock.ts';

export type LogLevel = 'info' | 'warn' | 'error';

/** Writes one event. Fields never hold a token, a secret, a signed URL or a name of a person. */
export type Log = (level: LogLevel, event: string, fields?: LogFields) => void;

export type LogFields = Readonly<Record<string, string | number | readonly string[] | undefined>>;

/** Makes a log that writes one line of JSON an event. */
export function jsonLog(write: (line: string) => void, clock: Clock): Log {
  return (level, event, fields = {}) => {
    const time = new Date(clock.now()).toISOString();
    write(`${JSON.stringify({ time, level, event, ...fields })}\n`);
  };
}
