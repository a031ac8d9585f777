import type { HttpResponse } from '../response/interpret-response.ts';

/**
 * Reads how many milliseconds a busy server (429, 503) wants to be left alone. A date is compared
 * with the server's own `date`, so that no clock of ours matters. See RFC 9110, section 10.2.3.
 */
export function retryAfterMs({ status, headers }: HttpResponse): number | undefined {
  const value = headers['retry-after']?.trim();
  if (value === undefined || (status !== 429 && status !== 503)) return undefined;
  if (/^\d{1,9}$/.test(value)) return Number(value) * 1000;
  const wait = Date.parse(value) - Date.parse(headers['date'] ?? '');
  return Number.isNaN(wait) ? undefined : Math.max(0, wait);
}
