import { randomBytes } from 'node:crypto';
import { env } from 'node:process';
import { DatabaseSync } from 'node:sqlite';
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { createRemoteJWKSet, jwtVerify } from 'jose';

/**
 * The least a launch takes with the libraries our tool is made of: it checks the signature, keeps
 * state and session on the disk, and leaves out everything else. Nobody should use it.
 */
const { PORT = '', DATABASE = '', PLATFORM_URL = '', CLIENT_ID = '', JWKS_URI = '' } = env;

const database = new DatabaseSync(DATABASE);
database.exec(`
  pragma journal_mode = wal;
  pragma synchronous = full;
  create table logins (state text primary key, nonce text, binding text) strict;
  create table sessions (id text primary key, user_id text, name text) strict;
`);
const begin = database.prepare('insert into logins values (?, ?, ?)');
const take = database.prepare('delete from logins where state = ? returning nonce, binding');
const open = database.prepare('insert into sessions values (?, ?, ?)');
const read = database.prepare('select name from sessions where id = ?');

const keys = createRemoteJWKSet(new URL(JWKS_URI));
const token = () => randomBytes(24).toString('base64url');
const cookie = (name: string, value: string) =>
  `${name}=${value}; Secure; HttpOnly; SameSite=None; Partitioned; Path=/`;
const paragraphs = '<p>A room.</p>'.repeat(300);

const app = new Hono();
app.get('/livez', (c) => c.text('ok'));

app.post('/login', async (c) => {
  const form = await c.req.parseBody<Record<string, string>>();
  const [state, nonce, binding] = [token(), token(), token()];
  begin.run(state, nonce, binding);
  const query = new URLSearchParams({
    scope: 'openid',
    response_type: 'id_token',
    response_mode: 'form_post',
    prompt: 'none',
    client_id: CLIENT_ID,
    redirect_uri: form['target_link_uri'] ?? '',
    login_hint: form['login_hint'] ?? '',
    lti_message_hint: form['lti_message_hint'] ?? '',
    state,
    nonce,
  });
  c.header('Set-Cookie', cookie('login', binding));
  return c.redirect(`${PLATFORM_URL}/auth?${query.toString()}`);
});

app.post('/launch', async (c) => {
  const form = await c.req.parseBody<Record<string, string>>();
  const login = take.get(form['state'] ?? '');
  const isBound = login && c.req.header('cookie')?.includes(String(login['binding']));
  if (!isBound) return c.text('Unknown', 400);
  const { payload } = await jwtVerify(form['id_token'] ?? '', keys, {
    issuer: PLATFORM_URL,
    audience: CLIENT_ID,
    algorithms: ['RS256'],
  });
  if (payload['nonce'] !== login['nonce']) return c.text('Unknown', 400);
  const id = token();
  open.run(id, String(payload.sub), String(payload['name']));
  c.header('Set-Cookie', cookie('session', id));
  return c.redirect('/room', 303);
});

app.get('/room', (c) => {
  const id = /session=([\w-]+)/.exec(c.req.header('cookie') ?? '')?.[1] ?? '';
  const session = read.get(id);
  if (!session) return c.text('Unknown', 403);
  return c.html(
    `<!doctype html><html lang="en"><title>Room</title><main>${paragraphs}</main><!-- ${String(session['name'])} --></html>`,
  );
});

serve({ fetch: app.fetch, port: Number(PORT), hostname: '127.0.0.1' });
process.on('SIGTERM', () => process.exit());
