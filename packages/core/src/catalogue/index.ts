import { create } from './calls/create.ts';
import { end } from './calls/end.ts';
import { getMeetingInfo } from './calls/getMeetingInfo.ts';
import { getMeetings } from './calls/getMeetings.ts';
import { getRecordings } from './calls/getRecordings.ts';
import { isMeetingRunning } from './calls/isMeetingRunning.ts';
import { join } from './calls/join.ts';

export { type CallSpec, defineCall } from './define-call.ts';
export {
  type FieldSpec,
  type FieldSpecs,
  isTextWithAttributes,
  type TextWithAttributesField,
} from './field-kinds.ts';
export {
  type ParamKind,
  type ParamSpec,
  type ParamSpecs,
  paramKinds,
  type PrefixSpec,
} from './param-kinds.ts';
export type { CallName, ParamsOf, ReplyOf } from './types.ts';

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
