import { basename } from 'node:path';
import type { BodySpec, CallSpec } from '@bluebridge/core/catalogue';
import { UsageError } from '../problems.ts';
import type { Terminal } from '../terminal.ts';
import type { OptionSpecs, ParsedArguments } from './options.ts';
import { readBytes } from './read-bytes.ts';

/** Options for what a call carries beside its parameters. */
export const bodyOptions = {
  post: { value: 'file', help: 'JSON file (or -) with the body: modules or fields by name.' },
  document: {
    value: 'url|file',
    many: true,
    help: 'Presentation for create and insertDocument; may be given several times.',
  },
  file: { value: 'file', help: 'File to upload, for calls that take one.' },
} as const satisfies OptionSpecs;

/**
 * Reads the body of a call from `--post`, `--document` and `--file`; `undefined` without them.
 * Throws UsageError for a file that cannot be read or is not JSON, and for a body that the call
 * does not take. What is in the body is judged by the core.
 */
export async function readBody(
  args: ParsedArguments,
  call: CallSpec,
  terminal: Terminal,
): Promise<Readonly<Record<string, unknown>> | undefined> {
  const { post, file } = args.values;
  const documents = args.all('document');
  if (post === undefined && file === undefined && documents.length === 0) return undefined;
  const { body } = call;
  if (body === undefined) throw new UsageError(`${call.name} takes no body.`);
  if (body.kind === 'multipart') {
    if (file === undefined) throw new UsageError(`${call.name} takes its body from --file.`);
    return { filename: basename(file), content: await readBytes(file, terminal) };
  }
  if (file !== undefined) throw new UsageError(`${call.name} takes no --file.`);
  const given = post === undefined ? {} : await readJson(post, terminal);
  return { ...contents(given, body), ...(await presentation(documents, body, terminal)) };
}

async function readJson(
  source: string,
  terminal: Terminal,
): Promise<Readonly<Record<string, unknown>>> {
  const bytes = await readBytes(source, terminal);
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
      return value as Readonly<Record<string, unknown>>;
    }
  } catch {
    // Told below: what the parser says quotes the file.
  }
  throw new UsageError('What --post names is not a JSON object.');
}

/** Modules that hold JSON may be written as JSON, and files as base64. */
function contents(
  given: Readonly<Record<string, unknown>>,
  body: BodySpec,
): Readonly<Record<string, unknown>> {
  if (body.kind !== 'modules') return given;
  return Object.fromEntries(
    Object.entries(given).map(([name, value]) => {
      const content = Object.hasOwn(body.modules, name) ? body.modules[name]?.content : undefined;
      if (content === 'json' && typeof value !== 'string') return [name, JSON.stringify(value)];
      if (content === 'documents' && Array.isArray(value)) return [name, value.map(withBytes)];
      return [name, value];
    }),
  );
}

function withBytes(document: unknown): unknown {
  const { content } = (document ?? {}) as { content?: unknown };
  if (typeof content !== 'string') return document;
  return { ...(document as object), content: Buffer.from(content, 'base64') };
}

async function presentation(
  sources: readonly string[],
  body: BodySpec,
  terminal: Terminal,
): Promise<Readonly<Record<string, unknown>>> {
  if (sources.length === 0) return {};
  const modules = body.kind === 'modules' ? Object.entries(body.modules) : [];
  const [name] = modules.find(([, { content }]) => content === 'documents') ?? [];
  if (name === undefined) throw new UsageError('This call takes no documents.');
  const documents = await Promise.all(
    sources.map(async (source) =>
      /^https?:\/\//i.test(source)
        ? { url: source }
        : { name: basename(source), content: await readBytes(source, terminal) },
    ),
  );
  return { [name]: documents };
}
