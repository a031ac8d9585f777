import type { ParamSpecs } from './param-kinds.ts';

/** What a POST body of a call is. Bodies are never part of the checksum. */
export type BodySpec = ModulesBodySpec | FileBodySpec | FieldsBodySpec;

/** An XML document of named modules. */
export interface ModulesBodySpec {
  readonly kind: 'modules';
  readonly required?: true;
  /** Most bytes of the whole body. */
  readonly maxBytes: number;
  readonly modules: Readonly<Record<string, ModuleSpec>>;
}

interface ModuleSpec {
  /** `documents` presentation files; `json` JSON text; `text` text with line breaks. */
  readonly content: 'documents' | 'json' | 'text';
  readonly required?: true;
  readonly since?: string;
  readonly note?: string;
}

/** One file as `multipart/form-data`. */
interface FileBodySpec {
  readonly kind: 'multipart';
  readonly required?: true;
  /** Name of the form field that holds the file. */
  readonly field: string;
}

/** Named values as one JSON object. */
interface FieldsBodySpec {
  readonly kind: 'json';
  readonly required?: true;
  readonly fields: ParamSpecs;
}

/** A presentation file, by address for the server to fetch or with its bytes. */
export type DocumentInput = DocumentByUrl | InlineDocument;

interface DocumentFlags {
  /** Shown first; of several the first one wins. */
  readonly current?: boolean | undefined;
  /** Viewers may save it. Servers assume false. */
  readonly downloadable?: boolean | undefined;
  /** The presenter may take it away. Servers assume true. */
  readonly removable?: boolean | undefined;
}

export interface DocumentByUrl extends DocumentFlags {
  readonly url: string;
  /** Name with extension; without it the server takes it from the address. */
  readonly filename?: string | undefined;
}

export interface InlineDocument extends DocumentFlags {
  /** Name with extension. */
  readonly name: string;
  readonly content: Uint8Array;
}

/** A file to upload. */
export interface FileInput {
  readonly filename: string;
  /** Media type; `application/octet-stream` when absent. */
  readonly contentType?: string | undefined;
  readonly content: Uint8Array;
}
