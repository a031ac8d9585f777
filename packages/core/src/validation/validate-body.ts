import type { BodySpec, DocumentInput, FileInput, ModulesBodySpec } from '../catalogue/index.ts';
import { isHttpUrl, isJson, isLine, isLines } from '../catalogue/value-rules.ts';
import type { Violation, ViolationRule } from '../errors/index.ts';
import { fieldsViolations } from './validate-params.ts';

/** Lists every rule that a POST body breaks; paths start with `body`. */
export function validateBody(spec: BodySpec | undefined, body: unknown): readonly Violation[] {
  if (body === undefined) return spec?.required ? [broken('body', 'required')] : [];
  if (spec === undefined) return [broken('body', 'unknown')];
  if (typeof body !== 'object' || body === null) return [broken('body', 'type', 'object')];
  switch (spec.kind) {
    case 'modules':
      return modulesViolations(spec, body as Readonly<Record<string, unknown>>);
    case 'multipart':
      return fileViolations(body);
    case 'json':
      return fieldsViolations(spec.fields, body as Readonly<Record<string, unknown>>).map(
        (violation) => ({ ...violation, path: `body.${violation.path}` }),
      );
  }
}

function modulesViolations(
  { modules }: ModulesBodySpec,
  body: Readonly<Record<string, unknown>>,
): readonly Violation[] {
  const given = Object.keys(body).filter((name) => body[name] !== undefined);
  const missing = Object.keys(modules).filter(
    (name) => modules[name]?.required && !given.includes(name),
  );
  return [
    ...missing.map((name) => broken(`body.${name}`, 'required')),
    ...given.flatMap((name) => {
      const path = `body.${name}`;
      if (!Object.hasOwn(modules, name)) return [broken(path, 'unknown')];
      if (modules[name]?.content === 'documents') return documentsViolations(path, body[name]);
      return textViolations(path, body[name], modules[name]?.content === 'json');
    }),
  ];
}

function textViolations(path: string, text: unknown, mustBeJson: boolean): readonly Violation[] {
  if (typeof text !== 'string') return [broken(path, 'type', 'string')];
  if (text === '') return [broken(path, 'empty')];
  if (!text.isWellFormed()) return [broken(path, 'well_formed')];
  if (mustBeJson && !isJson(text)) return [broken(path, 'type', 'JSON')];
  return isXmlText(text) ? [] : [broken(path, 'pattern', 'no control characters')];
}

function documentsViolations(path: string, documents: unknown): readonly Violation[] {
  if (!Array.isArray(documents)) return [broken(path, 'type', 'array')];
  if (documents.length === 0) return [broken(path, 'empty')];
  return documents.flatMap((document: unknown, index) =>
    isObject(document)
      ? documentViolations(`${path}.${index}`, document)
      : [broken(`${path}.${index}`, 'type', 'object')],
  );
}

function isObject(value: unknown): value is Partial<DocumentInput> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function documentViolations(path: string, document: Partial<DocumentInput>): readonly Violation[] {
  const inline = 'content' in document;
  const known = [inline ? 'name' : 'url', inline ? 'content' : 'filename', ...flags];
  const entries = Object.entries(document).filter(([, value]) => value !== undefined);
  const required = known.slice(0, inline ? 2 : 1);
  return [
    ...required
      .filter((name) => !entries.some(([key]) => key === name))
      .map((name) => broken(`${path}.${name}`, 'required')),
    ...entries.flatMap(([name, value]) =>
      known.includes(name)
        ? attributeViolations(`${path}.${name}`, name, value)
        : [broken(`${path}.${name}`, 'unknown')],
    ),
  ];
}

const flags = ['current', 'downloadable', 'removable'];

function attributeViolations(path: string, name: string, value: unknown): readonly Violation[] {
  if (flags.includes(name)) {
    return typeof value === 'boolean' ? [] : [broken(path, 'type', 'boolean')];
  }
  if (name === 'content') return contentViolations(path, value);
  const violations = lineViolations(path, value);
  if (violations.length > 0 || name !== 'url' || isHttpUrl(String(value))) return violations;
  return [broken(path, 'pattern', 'http or https URL')];
}

function fileViolations(file: Partial<FileInput>): readonly Violation[] {
  return [
    ...lineViolations('body.filename', file.filename),
    ...contentViolations('body.content', file.content),
    ...(file.contentType === undefined || /^[\w.+-]+\/[\w.+-]+$/.test(file.contentType)
      ? []
      : [broken('body.contentType', 'pattern', 'media type')]),
  ];
}

function contentViolations(path: string, content: unknown): readonly Violation[] {
  if (content === undefined) return [broken(path, 'required')];
  if (!(content instanceof Uint8Array)) return [broken(path, 'type', 'bytes')];
  return content.byteLength === 0 ? [broken(path, 'empty')] : [];
}

function lineViolations(path: string, value: unknown): readonly Violation[] {
  if (value === undefined) return [broken(path, 'required')];
  if (typeof value !== 'string') return [broken(path, 'type', 'string')];
  if (value === '') return [broken(path, 'empty')];
  if (!value.isWellFormed()) return [broken(path, 'well_formed')];
  return isLine(value) && isXmlText(value)
    ? []
    : [broken(path, 'pattern', 'no control characters')];
}

/** XML has no form for two code points that Unicode reserves, nor for most control characters. */
function isXmlText(text: string): boolean {
  return isLines(text) && !/[\ufffe\uffff]/.test(text);
}

function broken(path: string, rule: ViolationRule, allowed?: string): Violation {
  return allowed === undefined ? { path, rule } : { path, rule, allowed };
}
