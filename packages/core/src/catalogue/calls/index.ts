import { create } from './create.ts';
import { end } from './end.ts';
import { getMeetingInfo } from './getMeetingInfo.ts';
import { getMeetings } from './getMeetings.ts';
import { getRecordings } from './getRecordings.ts';
import { isMeetingRunning } from './isMeetingRunning.ts';
import { join } from './join.ts';

/** Every call this core knows, by its name on the wire. */
export const calls = {
  create,
  join,
  end,
  isMeetingRunning,
  getMeetingInfo,
  getMeetings,
  getRecordings,
} as const;
