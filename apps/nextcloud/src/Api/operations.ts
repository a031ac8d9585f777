import type { paths } from './openapi.d.ts';

/** What `openapi.json` says of a request, found by its method and by its address below `api/v1/`. */

export type Method = 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';

type Templates = {
  [
    Path in keyof paths as Path extends `${string}/api/v1/${infer Template}` ? Template : never
  ]: paths[Path];
};

/** Goes through both part by part: a value in a path must not swallow the parts behind it. */
type Fits<
  Path extends string,
  Template extends string,
> = Template extends `${infer Part}/${infer More}`
  ? Path extends `${infer Given}/${infer Rest}`
    ? FitsPart<Given, Part> extends true
      ? Fits<Rest, More>
      : false
    : false
  : Path extends `${string}/${string}`
    ? false
    : FitsPart<Path, Template>;

type FitsPart<Given extends string, Part extends string> = Part extends `{${string}}`
  ? true
  : Given extends Part
    ? true
    : false;

type WithoutQuery<Path extends string> = Path extends `${infer Bare}?${string}` ? Bare : Path;

/** The operation; never where there is none. */
type Operation<M extends Method, Path extends string> = {
  [Template in keyof Templates]: Fits<WithoutQuery<Path>, Template> extends true
    ? Extract<Templates[Template][Lowercase<M>], { responses: unknown }>
    : never;
}[keyof Templates];

/** What comes in from elsewhere is not changed here, so that it may be readonly. */
type Unchanged<Value> = Value extends object
  ? { readonly [Key in keyof Value]: Unchanged<Value[Key]> }
  : Value;

type JsonBody<Value> = { content: { 'application/json': Value } };

type Body<Described> = Described extends { requestBody?: never }
  ? [body?: Readonly<Record<string, never>>]
  : Described extends { requestBody: JsonBody<infer Value> }
    ? [body: Unchanged<Value>]
    : Described extends { requestBody?: JsonBody<infer Value> }
      ? [body?: Unchanged<Value>]
      : never;

/** What is sent besides the path. A path that is not described cannot be asked at all. */
export type Sent<M extends Method, Path extends string> = [Operation<M, Path>] extends [never]
  ? [thereIsNoSuchPath: never]
  : [...Body<Operation<M, Path>>, signal?: AbortSignal];

/** What is in the answer. */
export type Answered<M extends Method, Path extends string> =
  Operation<M, Path> extends { responses: infer Responses }
    ? Responses[keyof Responses & (200 | 201)] extends {
        content: { 'application/json': { ocs: { data: infer Data } } };
      }
      ? Data
      : never
    : never;
