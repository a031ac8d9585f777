import type { BodySpec, FileInput } from '../catalogue/index.ts';
import { documentsBody, type ModuleInputs } from './documents-body.ts';
import type { EncodedBody } from './encoded-body.ts';
import { fileBody } from './file-body.ts';

/** Encodes a checked body as its catalogue entry says. The same input gives the same bytes. */
export function encodeBody(spec: BodySpec, body: unknown): EncodedBody {
  switch (spec.kind) {
    case 'modules':
      return documentsBody(spec, body as ModuleInputs);
    case 'multipart':
      return fileBody(spec.field, body as FileInput);
    case 'json':
      return {
        contentType: 'application/json',
        bytes: new TextEncoder().encode(JSON.stringify(body)),
      };
  }
}
