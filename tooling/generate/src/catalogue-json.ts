import { calls } from '@bluebridge/core/catalogue';
import { capabilityNotes, dialects } from '@bluebridge/core/dialects';
import {
  badReplyReasons,
  errorCodes,
  messageKeyCodes,
  violationRules,
} from '@bluebridge/core/errors';
import {
  roomSettings,
  settingCombinations,
  settingGroups,
  settingRules,
  settingWarnings,
} from '@bluebridge/core/rooms';

const catalogue = {
  calls,
  dialects,
  capabilityNotes,
  settingGroups,
  roomSettings,
  settingCombinations,
  settingRules,
  settingWarnings,
  errorCodes,
  badReplyReasons,
  violationRules,
  messageKeyCodes,
};

/** Writes the catalogue, dialects, room settings and error codes as JSON, for other languages and tools. */
export function catalogueJson(): string {
  return `${JSON.stringify(catalogue, null, 2)}\n`;
}
