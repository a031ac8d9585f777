import { ConfigError, type Environment, value } from './environment.ts';

/** Reads for how many days the record of what was done is kept. Throws a ConfigError. */
export function readAuditDays(env: Environment): number {
  const text = value(env, 'LTI_AUDIT_DAYS');
  if (text === undefined) return 365;
  const days = /^\d{1,4}$/.test(text) ? Number(text) : 0;
  if (days >= 30 && days <= 3650) return days;
  throw new ConfigError('LTI_AUDIT_DAYS must be a whole number from 30 to 3650, for example 365.');
}
