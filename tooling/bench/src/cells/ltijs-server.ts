import { env } from 'node:process';
import { ltijs, ltijsSequelize } from '../peers.ts';

/** A tool made with ltijs, as its documentation shows it, in a process of its own. */
const { PORT = '', DATABASE_URL = '', PLATFORM_URL = '', CLIENT_ID = '', JWKS_URI = '' } = env;
const { pathname, searchParams, username } = new URL(DATABASE_URL);

const Database = ltijsSequelize();
const store = new Database(pathname.slice(1), username, '', {
  host: searchParams.get('host') ?? '',
  dialect: 'postgres',
  logging: false,
  // As many as there are connections of people.
  pool: { max: 16 },
});

const provider = ltijs().Provider;
provider.setup(
  'a secret for benchmarks only',
  { plugin: store },
  {
    cookies: { secure: true, sameSite: 'None' },
    // Moodle gives its tokens a minute.
    tokenMaxAge: 60,
  },
);
const page = `<!doctype html><html lang="en"><title>Room</title><main>${'<p>A room.</p>'.repeat(300)}</main></html>`;
provider.onConnect((token, _request, answer) => answer.send(`${page}<!-- ${token.user} -->`));
await provider.deploy({ port: Number(PORT), silent: true });
await provider.registerPlatform({
  url: PLATFORM_URL,
  name: 'Bench',
  clientId: CLIENT_ID,
  authenticationEndpoint: `${PLATFORM_URL}/auth`,
  accesstokenEndpoint: `${PLATFORM_URL}/token`,
  authConfig: { method: 'JWK_SET', key: JWKS_URI },
});
