export { type BadReplyReason, badReplyReasons } from './bad-reply-reasons.ts';
export { BbbError, isBbbError, type Violation } from './bbb-error.ts';
export { type BbbErrorCode, errorCodes } from './codes.ts';
export { messageKeyCodes } from './message-keys.ts';
export { type ViolationRule, violationRules } from './violation-rules.ts';
