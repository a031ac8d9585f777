export { calls } from './calls/index.ts';
export type {
  BodySpec,
  DocumentByUrl,
  DocumentInput,
  FileInput,
  InlineDocument,
  ModulesBodySpec,
} from './body-kinds.ts';
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
export type { BodyOf, CallName, ExtensionName, ParamsOf, ReplyOf } from './types.ts';
