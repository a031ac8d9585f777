import { calls } from '@bluebridge/core/catalogue';
import { capabilityNotes, dialects } from '@bluebridge/core/dialects';
import { errorCodes, messageKeyCodes } from '@bluebridge/core/errors';
import { roomSettings } from '@bluebridge/core/rooms';

/** Writes the catalogue, dialects, room settings and error codes as JSON, for other languages and tools. */
export function catalogueJson(): string {
  return `${JSON.stringify({ calls, dialects, capabilityNotes, roomSettings, errorCodes, messageKeyCodes }, null, 2)}\n`;
}
