import type { DocumentInput, FileInput } from './body-kinds.ts';
import type { FieldSpec, FieldSpecs, TextWithAttributesField } from './field-kinds.ts';
import type { calls } from './calls/index.ts';
import type { ParamSpec, PrefixSpec } from './param-kinds.ts';

type Calls = typeof calls;

/** Name of a call in the catalogue. */
export type CallName = keyof Calls;

type Simplify<T> = { [K in keyof T]: T[K] } & {};

type ParamValue<P extends ParamSpec> = P['kind'] extends 'boolean'
  ? boolean
  : P['kind'] extends 'integer' | 'time'
    ? number
    : P['kind'] extends 'csv'
      ? string | readonly (P extends { values: readonly (infer V)[] } ? V : string)[]
      : P['kind'] extends 'choice'
        ? P extends { values: readonly (infer V)[] }
          ? V
          : never
        : string;

type RequiredNames<P> = {
  [K in keyof P]: P[K] extends { required: true } ? K : never;
}[keyof P];

type Prefixed<C> = C extends { prefixes: readonly (infer X)[] }
  ? X extends PrefixSpec
    ? {
        readonly [K in `${X['prefix']}${string}`]?:
          | string
          | number
          | boolean
          | readonly string[]
          | undefined;
      }
    : never
  : unknown;

type UnionToIntersection<U> = (U extends unknown ? (u: U) => void : never) extends (
  i: infer I,
) => void
  ? I
  : never;

type ValueOf<P> = P extends ParamSpec ? ParamValue<P> : never;

/** Parameters of a call, spelled as on the wire. A name the call does not have does not compile. */
export type ParamsOf<N extends CallName> = Simplify<
  {
    readonly [K in RequiredNames<Calls[N]['params']>]: ValueOf<Calls[N]['params'][K]>;
  } & {
    readonly [K in Exclude<keyof Calls[N]['params'], RequiredNames<Calls[N]['params']>>]?:
      | ValueOf<Calls[N]['params'][K]>
      | undefined;
  }
> &
  UnionToIntersection<Prefixed<Calls[N]>>;

type AttributeValue<A> = A extends 'integer' ? number | undefined : string | undefined;

type TextWithAttributes<F extends TextWithAttributesField> = Simplify<
  { readonly [K in F['text']]: string } & {
    readonly [K in keyof F['attributes']]: AttributeValue<F['attributes'][K]>;
  }
>;

type ItemOf<O> = O extends TextWithAttributesField
  ? TextWithAttributes<O>
  : O extends FieldSpecs
    ? FieldsOf<O>
    : never;

type Scalar<K> = K extends 'boolean' ? boolean : K extends 'integer' | 'time' ? number : string;

type FieldValue<F extends FieldSpec> = F extends { kind: 'map' }
  ? Readonly<Record<string, string>>
  : F extends { kind: 'texts' }
    ? readonly string[]
    : F extends { kind: 'json' }
      ? unknown
      : F extends { kind: 'object'; fields: infer O extends FieldSpecs }
        ? FieldsOf<O> | undefined
        : F extends { kind: 'list'; of: infer O }
          ? readonly ItemOf<O>[]
          : F extends TextWithAttributesField
            ? TextWithAttributes<F>
            : F extends { promised: true }
              ? Scalar<F['kind']>
              : Scalar<F['kind']> | undefined;

type FieldsOf<S extends FieldSpecs> = Simplify<{ readonly [K in keyof S]: FieldValue<S[K]> }>;

/** What a call answers: list fields are always lists, maps always maps, times epoch milliseconds. */
export type ReplyOf<N extends CallName> = Simplify<
  {
    readonly returncode: 'SUCCESS' | 'FAILED';
    readonly messageKey: string | undefined;
    readonly message: string | undefined;
  } & FieldsOf<Calls[N]['reply']>
>;

type ModuleContent<M> = M extends { content: 'documents' } ? readonly DocumentInput[] : string;

type BodyInput<B> = B extends { kind: 'modules'; modules: infer M }
  ? { readonly [K in keyof M]?: ModuleContent<M[K]> | undefined }
  : B extends { kind: 'json'; fields: infer F }
    ? { readonly [K in keyof F]?: ValueOf<F[K]> | undefined }
    : B extends { kind: 'multipart' }
      ? FileInput
      : never;

/** What a call may carry in a POST body; `never` for calls without one. */
export type BodyOf<N extends CallName> = Calls[N] extends { body: infer B } ? BodyInput<B> : never;

/** Calls of hosters whose names are not confirmed. */
export type ExtensionName = {
  [N in CallName]: Calls[N] extends { nameConfigurable: true } ? N : never;
}[CallName];
