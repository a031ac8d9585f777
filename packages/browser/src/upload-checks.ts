/** What a kind of document is, and how its bytes begin. */
interface DocumentKind {
  /** Media type. */
  readonly type: string;
  readonly holds: (bytes: Uint8Array) => boolean;
}

const office = 'application/vnd.openxmlformats-officedocument.';
const open = 'application/vnd.oasis.opendocument.';

/**
 * Documents that meeting servers show, by the extension of their names. Pictures and pages that
 * can hold scripts are not among them. Source: bbb-html5, `uploadValidMimeTypes`.
 */
const kinds: Readonly<Record<string, DocumentKind>> = {
  pdf: { type: 'application/pdf', holds: (bytes) => begins(bytes, '%PDF-') },
  ppt: { type: 'application/vnd.ms-powerpoint', holds: isOldOffice },
  pptx: { type: `${office}presentationml.presentation`, holds: zipped('ppt/') },
  odp: { type: `${open}presentation`, holds: openDocument('presentation') },
  doc: { type: 'application/msword', holds: isOldOffice },
  docx: { type: `${office}wordprocessingml.document`, holds: zipped('word/') },
  odt: { type: `${open}text`, holds: openDocument('text') },
  xls: { type: 'application/vnd.ms-excel', holds: isOldOffice },
  xlsx: { type: `${office}spreadsheetml.sheet`, holds: zipped('xl/') },
  ods: { type: `${open}spreadsheet`, holds: openDocument('spreadsheet') },
  rtf: { type: 'application/rtf', holds: (bytes) => begins(bytes, '{\\rtf') },
  txt: { type: 'text/plain', holds: isPlainText },
  jpg: { type: 'image/jpeg', holds: (bytes) => begins(bytes, '\u{FF}\u{D8}\u{FF}') },
  jpeg: { type: 'image/jpeg', holds: (bytes) => begins(bytes, '\u{FF}\u{D8}\u{FF}') },
  png: { type: 'image/png', holds: (bytes) => begins(bytes, '\u{89}PNG\r\n\u{1A}\n') },
};

/** Extensions of documents that may be uploaded, the most usual first. */
export const documentExtensions: readonly string[] = Object.keys(kinds);

/** Why a document is not taken, closed. */
export type DocumentRefusal = 'name' | 'kind' | 'empty' | 'too_large' | 'content';

/** Says why a document would not be taken, from what is known before it is read. */
export function refusalBeforeReading(
  name: string,
  size: number,
  maxBytes: number,
): DocumentRefusal | undefined {
  // A name that holds a path, a control or direction character, or hides, was made to deceive.
  if (name.length > 255 || /[/\\:\p{C}]|^[\s.]|[\s.]$/u.test(name)) return 'name';
  if (kindOf(name) === undefined) return 'kind';
  if (size === 0) return 'empty';
  return size > maxBytes ? 'too_large' : undefined;
}

/**
 * Checks a whole document: its name, its size, and that its bytes are what the name says. Answers
 * its media type, or why it is not taken. Nothing is unpacked, so nothing can blow up.
 */
export function checkDocument(
  name: string,
  bytes: Uint8Array,
  maxBytes: number,
): { readonly type: string } | { readonly refusal: DocumentRefusal } {
  const refusal = refusalBeforeReading(name, bytes.byteLength, maxBytes);
  if (refusal !== undefined) return { refusal };
  const kind = kindOf(name);
  return kind?.holds(bytes) ? { type: kind.type } : { refusal: 'content' };
}

function kindOf(name: string): DocumentKind | undefined {
  const extension = /[^.]\.([a-z]{3,4})$/i.exec(name)?.[1]?.toLowerCase() ?? '';
  return Object.hasOwn(kinds, extension) ? kinds[extension] : undefined;
}

/** Tells whether bytes begin with characters of one byte each. */
function begins(bytes: Uint8Array, text: string, at = 0): boolean {
  for (let index = 0; index < text.length; index += 1) {
    if (bytes[at + index] !== text.charCodeAt(index)) return false;
  }
  return true;
}

function isOldOffice(bytes: Uint8Array): boolean {
  return begins(bytes, '\u{D0}\u{CF}\u{11}\u{E0}\u{A1}\u{B1}\u{1A}\u{E1}');
}

const zip = 'PK\u{03}\u{04}';

/** Names inside an archive stand there in clear. */
function zipped(folder: string): (bytes: Uint8Array) => boolean {
  return (bytes) => {
    if (!begins(bytes, zip)) return false;
    // The search in texts stays fast whatever somebody put into the bytes.
    const text = new TextDecoder('latin1').decode(bytes);
    return text.includes('[Content_Types].xml') && text.includes(folder);
  };
}

/** The first file of these archives says, in clear, what the whole is. */
function openDocument(kind: string): (bytes: Uint8Array) => boolean {
  const first = `mimetype${open}${kind}`;
  return (bytes) => begins(bytes, zip) && begins(bytes, first, 30);
}

/** A page or a drawing that is only called a text would be read as what it is. */
function isPlainText(bytes: Uint8Array): boolean {
  const isBinary = bytes.some((byte) => byte < 32 && byte !== 9 && byte !== 10 && byte !== 13);
  const beginning = new TextDecoder().decode(bytes.subarray(0, 512));
  return !isBinary && !/^\s*<[a-z!?]/i.test(beginning);
}
