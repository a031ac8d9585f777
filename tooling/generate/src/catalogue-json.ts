import { calls } from '@bluebridge/core/catalogue';
import { dialects } from '@bluebridge/core/dialects';
import { errorCodes, messageKeyCodes } from '@bluebridge/core/errors';

/** Writes the catalogue, dialects and error codes as JSON, for other languages and tools. */
export function catalogueJson(): string {
  return `${JSON.stringify({ calls, dialects, errorCodes, messageKeyCodes }, null, 2)}\n`;
}
