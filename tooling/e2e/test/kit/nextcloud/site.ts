import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import type { Backend } from './backend.ts';
import { type DoorKind, nonce, policyOf } from './policy.ts';
import { renderTemplate } from './template.ts';
import { theme } from './theme.ts';

const appFolder = fileURLToPath(new URL('../../../../../apps/nextcloud', import.meta.url));

const base = '/apps/bluebridge/';
const types: Readonly<Record<string, string>> = {
  '.mjs': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
};

/** What a site shows besides the API. */
export interface SiteParts {
  readonly backend: Backend;
  /** Initial state by key, as it is at every load. */
  readonly state: () => Readonly<Record<string, unknown>>;
  /** What the page of guests is told; without it there is none. */
  readonly guest?: () => Readonly<Record<string, unknown>>;
  /** What the status tells guests; undefined where the server has broken down. */
  readonly door?: () => unknown;
  /** What the page of a recording for everybody is told; without it there is none. */
  readonly recording?: () => Readonly<Record<string, unknown>>;
}

export interface Site {
  readonly url: string;
  /** Forms that were posted, with the path they were posted to. */
  readonly posted: readonly { readonly path: string; readonly form: URLSearchParams }[];
  /** Paths whose answer was the same as before, and not sent again. */
  readonly unchanged: readonly string[];
  readonly close: () => Promise<void>;
}

/** Serves the built app with the globals of Nextcloud around it. */
export async function serveApp(parts: SiteParts): Promise<Site> {
  const unchanged: string[] = [];
  const posted: { path: string; form: URLSearchParams }[] = [];
  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      response.writeHead(500).end(String(error));
    });
  });

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://site');
    const body = await text(request);
    const path = url.pathname;
    const asset = /^\/apps\/bluebridge\/((?:js|css|img)\/[\w.-]+)$/.exec(path)?.[1];
    const told = path.startsWith('/ocs/') && parts.backend.answer(request.method ?? '', url, body);
    if (told) {
      const sent = JSON.stringify({ ocs: { meta: {}, data: told.data } });
      if (!tagged(request, response, told.status, sent)) unchanged.push(path);
    } else if (asset) {
      const type = types[extname(asset)] ?? 'application/octet-stream';
      respond(response, 200, type, await readFile(join(appFolder, asset)));
    } else if (request.method === 'POST') {
      posted.push({ path, form: new URLSearchParams(body) });
      respond(response, 200, 'text/html', '<!DOCTYPE html><title>Meeting</title><h1>Meeting</h1>');
    } else if (path === `${base}r/door/status` && parts.door) {
      const sign = parts.door();
      respond(response, sign ? 200 : 503, 'application/json', JSON.stringify(sign ?? {}));
    } else if (path === `${base}r/door` && parts.guest) {
      await show(response, 'guest', parts.guest());
    } else if (path === `${base}v/film` && parts.recording) {
      await show(response, 'recording', parts.recording());
    } else if (/^[rv]\/\w+$/.test(path.slice(base.length))) {
      await show(response, 'error', { text: 'This address leads nowhere.' }, 404);
    } else if (path === '/settings/admin/bluebridge') {
      respond(response, 200, 'text/html', page('admin', settingsPage, parts.state()));
    } else if (path === '/notes') {
      const card = '<main style="padding: 16px"><h1>Notes</h1><div id="card"></div></main>';
      respond(response, 200, 'text/html', page('reference', card));
    } else if (path.startsWith(base)) {
      respond(response, 200, 'text/html', page('main', '', parts.state()));
    } else {
      respond(response, 404, 'text/plain', 'nothing here');
    }
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    posted,
    unchanged,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Answers with a page for people without an account, under the policy that it has in Nextcloud. */
async function show(
  response: ServerResponse,
  kind: DoorKind,
  values: Readonly<Record<string, unknown>>,
  status = 200,
): Promise<void> {
  const content = await renderTemplate(kind, values);
  response.setHeader('Content-Security-Policy', policyOf(kind));
  respond(response, status, 'text/html', page(kind, content));
}

/** Settings scroll inside their page. */
const settingsPage =
  '<main id="app-content" style="flex: 1; min-width: 0; overflow: auto">' +
  '<div id="bluebridge-admin"></div></main>';

function respond(response: ServerResponse, status: number, type: string, body: string | Buffer) {
  response.writeHead(status, { 'Content-Type': `${type}; charset=utf-8` }).end(body);
}

/** Answers as the app does: the same again is not sent again, but when to ask next is. Tells whether it was. */
function tagged(
  request: IncomingMessage,
  response: ServerResponse,
  status: number,
  body: string,
): boolean {
  const tag = `"${createHash('sha256').update(body).digest('hex')}"`;
  response.setHeader('ETag', tag);
  response.setHeader('Cache-Control', 'private, no-cache');
  const pace = (JSON.parse(body) as { ocs: { data?: { nextLookMs?: number } | null } }).ocs.data;
  if (pace?.nextLookMs !== undefined) {
    response.setHeader('Bluebridge-Ask-After', String(pace.nextLookMs));
  }
  const isKnown = status === 200 && request.headers['if-none-match'] === tag;
  if (isKnown) response.writeHead(304).end();
  else respond(response, status, 'application/json', body);
  return !isKnown;
}

/** A page as Nextcloud's layouts make it, with one script of the app. */
function page(
  entry: string,
  content: string,
  state: Readonly<Record<string, unknown>> = {},
): string {
  const inputs = Object.entries(state).map(([key, value]) => {
    const json = Buffer.from(JSON.stringify(value)).toString('base64');
    return `<input type="hidden" id="initial-state-bluebridge-${key}" value="${json}">`;
  });
  const isGuest = entry === 'guest' || entry === 'recording' || entry === 'error';
  // Nextcloud's layout of public pages loads what a template names, and its own for those of errors.
  const style = entry === 'recording' ? 'guest' : entry;
  const hasScript = entry !== 'recording' && entry !== 'error';
  return `<!DOCTYPE html>
<html lang="en" data-locale="en">
<head data-requesttoken="a token" data-user="alice" data-user-displayname="Alice">
<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Nextcloud</title>
<style>${theme}</style>
${entry === 'error' ? '' : `<link rel="stylesheet" href="${base}css/bluebridge-${style}.css">`}
<script nonce="${nonce}">
  window._oc_webroot = '';
  window._oc_appswebroots = { bluebridge: '/apps/bluebridge' };
  window._oc_l10n_registry_translations = {};
  window._oc_l10n_registry_plural_functions = {};
  window.OC = {
    config: { modRewriteWorking: true, version: '32.0.1.2' },
    filePath: (app, type, file) => '/apps/' + app + '/' + (type ? type + '/' : '') + file,
    requestToken: 'a token', theme: {}, coreApps: [], isUserAdmin: () => false,
    L10N: { register() {} },
  };
  window.OCA = {}; window.OCP = {};
</script>
</head>
<body id="${isGuest ? 'body-public' : 'body-user'}"${isGuest ? ' class="guest"' : ''}>
<div id="skip-actions"></div>
<div id="content" class="app-bluebridge">${content}</div>
${inputs.join('\n')}
${hasScript ? `<script nonce="${nonce}" type="module" src="${base}js/bluebridge-${entry}.mjs"></script>` : ''}
</body>
</html>`;
}
