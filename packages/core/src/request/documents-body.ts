import type { DocumentInput, ModulesBodySpec } from '../catalogue/index.ts';
import type { EncodedBody } from './encoded-body.ts';

export type ModuleInputs = Readonly<Record<string, readonly DocumentInput[] | string | undefined>>;

const documentFlags = ['current', 'downloadable', 'removable'] as const;

/**
 * Writes the `<modules>` document of a POST, in the catalogue's order of modules.
 * See the API page, "Pre-upload slides" and "clientSettingsOverride".
 */
export function documentsBody(spec: ModulesBodySpec, modules: ModuleInputs): EncodedBody {
  const written = Object.keys(spec.modules)
    .filter((name) => modules[name] !== undefined)
    .map((name) => `<module name="${name}">${moduleContent(modules[name])}</module>`);
  const xml = `<?xml version="1.0" encoding="UTF-8"?><modules>${written.join('')}</modules>`;
  // Without a charset: servers compare the type as a whole.
  return { contentType: 'application/xml', bytes: new TextEncoder().encode(xml) };
}

function moduleContent(content: readonly DocumentInput[] | string | undefined): string {
  if (typeof content === 'string') return cdata(content);
  return (content ?? []).map(documentElement).join('');
}

function documentElement(document: DocumentInput): string {
  const inline = 'content' in document;
  const names = inline
    ? { name: document.name }
    : { url: document.url, filename: document.filename };
  const flags = documentFlags.map((flag) => [flag, document[flag]] as const);
  const attributes = [...Object.entries(names), ...flags]
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => ` ${name}="${escapeAttribute(String(value))}"`)
    .join('');
  return inline
    ? `<document${attributes}>${base64(document.content)}</document>`
    : `<document${attributes}/>`;
}

/** Keeps text literal; an end mark inside it is cut in two sections. */
function cdata(text: string): string {
  return `<![CDATA[${text.replaceAll(']]>', ']]]]><![CDATA[>')}]]>`;
}

function escapeAttribute(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

function base64(content: Uint8Array): string {
  let binary = '';
  for (let at = 0; at < content.length; at += 8192) {
    binary += String.fromCharCode(...content.subarray(at, at + 8192));
  }
  return btoa(binary);
}
