export { BbbError, isBbbError, type Violation, type ViolationRule } from './bbb-error.ts';
export { type BbbErrorCode, errorCodes } from './codes.ts';
export { messageKeyCodes } from './message-keys.ts';
