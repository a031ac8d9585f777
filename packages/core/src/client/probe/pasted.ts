import type { ProbeFailure } from './failures.ts';

/** What was pasted, taken apart. */
export interface Pasted {
  /** Origins to try, the next one only if nothing answers at the one before. All the same host. */
  readonly origins: readonly string[];
  /** Paths that may be the endpoint's, the likeliest first; each starts and ends with `/`. */
  readonly paths: readonly string[];
  /** Without what copying added. */
  readonly secret: string;
}

/** What somebody pasted into the two fields. */
export interface ProbeInput {
  readonly endpointAsPasted: string;
  /** May be empty when the pasted text holds both, as `bbb-conf --secret` prints them. */
  readonly secret: string;
}

const invisible = /[\u200B-\u200F\u2060\uFEFF\u00AD]/g;
const quotesAround = /^[\s"'`´<([{«»„“”‚‘’]+|[\s"'`´>)\]},;.«»“”‘’]+$/g;
const urlLabel = /^[\w ]*(?:url|endpoint)[\w ]*(?::\s+|\s*=\s*)(\S.*)$/i;
const secretLabel = /^[\w ]*(?:secret|salt)[\w ]*(?::\s*|\s*=\s*)(\S+)/i;

/** Reads endpoint and secret as people paste them; answers why when that is not possible. */
export function readPasted({ endpointAsPasted, secret }: ProbeInput): Pasted | ProbeFailure {
  const lines = endpointAsPasted
    .replace(invisible, '')
    .split(/[\r\n]+/)
    .flatMap((line) => line.split(/\s+(?=secret\s*[:=])/i))
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const mate = lines.map(apiMateLink).find((found) => found !== undefined);
  const address = mate?.server ?? addressIn(lines);
  if (address === undefined || address === '') return 'endpoint_empty';
  const cleanSecret = secretIn(secret, lines) ?? mate?.secret ?? '';
  if (/^https?:|\/bigbluebutton\b/i.test(cleanSecret)) return 'secret_looks_like_url';
  const url = readUrl(address);
  if (typeof url === 'string') return url;
  if (cleanSecret === '') return 'secret_empty';
  return { origins: originsOf(url, address), paths: pathsOf(url.pathname), secret: cleanSecret };
}

function addressIn(lines: readonly string[]): string | undefined {
  const labelled = lines.map((line) => urlLabel.exec(line)?.[1]).find((text) => text !== undefined);
  const line = labelled ?? lines.find((text) => /https?:/i.test(text)) ?? lines[0];
  const words = line?.split(/\s+/) ?? [];
  const word = words.find((text) => /[./]|localhost/i.test(text)) ?? words.join('');
  return word.replace(quotesAround, '');
}

function secretIn(secret: string, lines: readonly string[]): string | undefined {
  const own = secret.replace(invisible, '').trim();
  const text = own === '' ? lines.find((line) => secretLabel.test(line)) : own;
  if (text === undefined) return undefined;
  const clean = (secretLabel.exec(text)?.[1] ?? text).replace(quotesAround, '');
  return clean === '' ? undefined : clean;
}

/** The link to the API-Mate that `bbb-conf` prints names a third party's host; ours is inside. */
function apiMateLink(line: string): { server: string; secret: string } | undefined {
  const fragment = /\bapi-mate\b[^#\s]*#(\S+)/i.exec(line)?.[1];
  const values = new URLSearchParams(fragment ?? '');
  const server = values.get('server');
  return server === null ? undefined : { server, secret: values.get('sharedSecret') ?? '' };
}

function readUrl(address: string): URL | ProbeFailure {
  const scheme = /^([a-z][a-z0-9+.-]*):\/+/i.exec(address)?.[1]?.toLowerCase();
  if (scheme !== undefined && scheme !== 'http' && scheme !== 'https') return 'endpoint_not_http';
  const rest = address.replace(/^(?:https?:?)?\/+/i, '');
  const text = `${scheme ?? 'https'}://${rest}`;
  if (!URL.canParse(text)) return 'endpoint_unreadable';
  const url = new URL(text);
  if (url.username !== '' || url.password !== '') return 'endpoint_has_credentials';
  const isHost = url.hostname === 'localhost' || /[.:]/.test(url.hostname);
  return isHost ? url : 'endpoint_unreadable';
}

function originsOf(url: URL, address: string): readonly string[] {
  if (/^https:/i.test(address)) return [url.origin];
  const secure = `https://${url.host}`;
  const plain = `http://${url.host}`;
  return url.protocol === 'http:' ? [plain, secure] : [secure, plain];
}

function pathsOf(pathname: string): readonly string[] {
  const path = pathname.replace(/\/{2,}/g, '/').replace(/\/$/, '');
  const api = /^(.*?)\/api(?:\/[^/]*(?:\/[^/]*)?)?$/.exec(path);
  const base = api?.[1] ?? path;
  const usual = /^(.*?\/(?:bigbluebutton|bbb-integration))(?:\/|$)/i.exec(base)?.[1];
  const guesses =
    usual !== undefined
      ? [usual, usual.toLowerCase()]
      : base === ''
        ? api
          ? ['', '/bigbluebutton']
          : ['/bigbluebutton', '', '/de/bbb-integration']
        : /^\/[a-z]{2}$/.test(base)
          ? [`${base}/bbb-integration`, `${base}/bigbluebutton`, '/bigbluebutton']
          : [base, `${base}/bigbluebutton`, '/bigbluebutton'];
  return [...new Set(guesses)].map((guess) => `${guess}/`);
}
