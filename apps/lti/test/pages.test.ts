import { translator } from '@bluebridge/translations';
import { errorCodes } from '@bluebridge/core/errors';
import { describe, expect, it, vi } from 'vitest';
import { toolErrors } from '../src/http/tool-error.ts';
import { bbbErrorWords } from '../src/views/bbb-error-words.ts';
import { toolErrorWords } from '../src/views/tool-error-words.ts';
import {
  begin,
  expectAdmission,
  expectRefusal,
  launch,
  launchWith,
  loginFields,
  post,
  refusalOf,
} from './kit/driving.ts';
import { fakePlatform, unsigned } from './kit/fake-platform.ts';
import { type TestTool, testTool } from './kit/test-tool.ts';
import { visit } from './kit/visitor.ts';

async function get(tool: TestTool, path: string, headers: Record<string, string> = {}) {
  return tool.app.request(path, { headers });
}

function frameAncestors(response: Response): string | undefined {
  const policy = response.headers.get('content-security-policy') ?? '';
  return /frame-ancestors ([^;]*)/.exec(policy)?.[1];
}

/** A token that nobody signed. */
const told = (payload: unknown) => unsigned({ alg: 'RS256', kid: 'key-1' }, payload);

describe('every answer', () => {
  it.each([
    '/',
    '/nothing',
    '/lti/login',
    '/api/room',
    '/healthz',
    '/wait/x',
    '/join',
    '/assets/x',
  ])('carries the security headers: %s', async (path) => {
    const { headers } = await get(await testTool(), path);
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'; script-src 'self'; style-src 'self'");
    expect(policy).not.toContain('unsafe');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('x-frame-options')).toBeNull();
  });

  it.each(['/', '/nothing', '/api/room', '/join', '/wait/00000000000000000000000000000000'])(
    'outside a launch can be framed by nobody: %s',
    async (path) => {
      expect(frameAncestors(await get(await testTool(), path))).toBe("'none'");
    },
  );
});

describe('a page of a launch', () => {
  it('can be framed by its own platform only', async () => {
    const other = await fakePlatform('other');
    const tool = await testTool({ others: [other] });
    const { roomId } = expectAdmission(await launch(tool));
    expect(frameAncestors(await get(tool, `/room/${roomId}`))).toBe('https://lms.example');
    const begun = await begin(tool, other);
    expect(frameAncestors(await launchWith(tool, begun, 'broken'))).toBe('https://other.example');
  });

  it('can be framed by further origins of that platform', async () => {
    const platform = await fakePlatform();
    const settings = { ...platform.settings, frameOrigins: ['https://school.example'] };
    const tool = await testTool({ platform: { ...platform, settings } });
    const { roomId } = expectAdmission(await launch(tool));
    expect(frameAncestors(await get(tool, `/room/${roomId}`))).toBe(
      'https://lms.example https://school.example',
    );
  });

  it('that is refused before its platform is known can be framed by the one it names', async () => {
    const tool = await testTool({ others: [await fakePlatform('other')] });
    const refused = async (path: string, fields: Record<string, string>, headers = {}) =>
      frameAncestors(await post(tool, path, fields, headers));
    const spent = (payload: unknown) => ({ state: 'spent', id_token: told(payload) });
    const own = { iss: 'https://lms.example', aud: 'lms-client' };
    expect(await refused('/lti/login', { iss: own.iss })).toBe(own.iss);
    const wrongClient = { iss: own.iss, client_id: 'x', login_hint: '5', target_link_uri: 'x' };
    expect(await refused('/lti/login', wrongClient)).toBe(own.iss);
    expect(await refused('/lti/launch', spent(own))).toBe(own.iss);
    expect(await refused('/lti/launch', spent({ ...own, aud: ['y', 'lms-client'] }))).toBe(own.iss);
    const ofPage = { id_token: told(own), storage_value: 'x', code: 'spent' };
    expect(await refused('/lti/launch/storage', ofPage)).toBe(own.iss);
    const said = { state: 'spent', error: 'login_required' };
    const origin = 'https://other.example';
    expect(await refused('/lti/launch', said, { origin })).toBe(origin);
    expect(await refused('/lti/launch', spent(own), { origin })).toBe(own.iss);
  });

  it('of a platform that is switched off says so in the frame of that platform', async () => {
    const tool = await testTool();
    await tool.storage.platforms.switch((await tool.storage.platforms.list())[0]?.id ?? '', false);
    const answer = await post(tool, '/lti/login', loginFields(tool));
    expect(frameAncestors(answer)).toBe('https://lms.example');
    await expectRefusal(answer, 'platform_disabled');
  });

  it('that is refused and names no platform of ours can be framed by nobody', async () => {
    const tool = await testTool({ others: [await fakePlatform('other')] });
    await tool.storage.platforms.switch((await tool.storage.platforms.list())[1]?.id ?? '', false);
    const off = 'https://other.example';
    const answers = [
      await get(tool, '/lti/login'),
      await get(tool, '/lti/cookies'),
      await get(tool, '/lti/login?iss=https://evil.example'),
      await get(tool, `/lti/login?iss=${off}`),
      await post(tool, '/lti/launch', { state: 'spent', id_token: 'x.y.z' }),
      await post(tool, '/lti/launch', { state: 'spent', error: 'x' }, { origin: 'null' }),
      await post(tool, '/lti/launch', { state: 'spent', error: 'x' }, { origin: off }),
      await post(tool, '/lti/launch', { state: 'spent', id_token: told({ iss: 7, aud: {} }) }),
    ];
    expect(answers.map(frameAncestors)).toEqual(Array.from(answers, () => "'none'"));
  });

  it('that names the issuer of several can be framed only by what all of them have in common', async () => {
    const issuer = 'https://canvas.example';
    const school = async (name: string) => {
      const platform = await fakePlatform(name);
      const frameOrigins = [`https://${name}.canvas.example`];
      const authorizationEndpoint = `${issuer}/authorize`;
      return {
        ...platform,
        settings: { ...platform.settings, issuer, authorizationEndpoint, frameOrigins },
      };
    };
    const tool = await testTool({ others: [await school('a'), await school('b')] });
    const login = (more: Record<string, string>) =>
      post(tool, '/lti/login', { iss: issuer, ...more });
    expect(frameAncestors(await login({}))).toBe(issuer);
    expect(frameAncestors(await login({ client_id: 'b-client' }))).toBe(
      `${issuer} https://b.canvas.example`,
    );
  });

  it('costs no look at all platforms as long as its own is known', async () => {
    const tool = await testTool();
    const listEnabled = vi.spyOn(tool.storage.platforms, 'listEnabled');
    expectAdmission(await launch(tool));
    expect(listEnabled).not.toHaveBeenCalled();
  });
});

describe('an answer to the script of a page', () => {
  it('that could not be read speaks of what was asked, not of the way in', async () => {
    const tool = await testTool();
    const { api, bearer } = await visit(tool, 'teacher');
    const headers = { authorization: `Bearer ${bearer}` };
    const rename = '/api/groups/rename';
    const broken = await api<{ error: object }>('POST', rename, ['no']);
    expect([broken.status, broken.body]).toEqual([
      400,
      { error: { code: 'body_unreadable', message: 'That cannot be done as it was asked for' } },
    ]);
    const big = await api<{ error: object }>('POST', rename, { name: 'x'.repeat(70_000) });
    const others = [
      await tool.app.request(rename, { method: 'POST', headers, body: '{}' }),
      await tool.app.request(rename, { method: 'PUT', headers }),
    ];
    const replies = [big.body, ...(await Promise.all(others.map((answer) => answer.json())))];
    expect(replies).toMatchObject([
      { error: { code: 'body_too_large', message: 'That cannot be done as it was asked for' } },
      { error: { code: 'wrong_content_type', message: 'That cannot be done as it was asked for' } },
      { error: { code: 'method_not_allowed', message: 'That cannot be done as it was asked for' } },
    ]);
  });
});

describe('pages', () => {
  it('speak the language they are asked for, else the browser’s, else English', async () => {
    const tool = await testTool();
    const { roomId } = expectAdmission(await launch(tool));
    const lang = async (path: string, accept?: string) => {
      const headers = accept === undefined ? {} : { 'accept-language': accept };
      return /<html lang="(\w+)" dir="ltr">/.exec(
        await (await get(tool, path, headers)).text(),
      )?.[1];
    };
    expect(await lang(`/room/${roomId}?lang=de`, 'fr')).toBe('de');
    expect(await lang(`/room/${roomId}?lang=xx`, 'fr')).toBe('en');
    expect(await lang('/', 'ja, es;q=0.5, fr-CA;q=0.8')).toBe('fr');
    expect(await lang('/', 'ja')).toBe('en');
    expect(await lang('/')).toBe('en');
  });

  it('hold nothing of the person or the room before their script has a token', async () => {
    const tool = await testTool();
    const { roomId } = expectAdmission(await launch(tool));
    for (const path of [`/room/${roomId}`, `/wait/${roomId}`]) {
      const page = await (await get(tool, path)).text();
      expect(page).not.toMatch(/Sam|Weekly|Physics|bb-[0-9a-f]{32}/);
    }
  });

  it.each(['/room/x', '/wait/x', '/left/"><script>', `/room/${'0'.repeat(32)}`])(
    'that do not exist say so: %s',
    async (path) => {
      expect(await refusalOf(await get(await testTool(), path))).toBe('not_found');
    },
  );

  it('have no inline script or style and load nothing from elsewhere', async () => {
    const tool = await testTool();
    const { roomId } = expectAdmission(await launch(tool));
    for (const path of ['/', `/room/${roomId}`, `/wait/${roomId}`, `/left/${roomId}`]) {
      const page = await (await get(tool, path)).text();
      expect(page).not.toMatch(
        /<style|style="|\son\w+="|<script(?! type="module" src="\/assets\/)/,
      );
      expect(page).not.toMatch(/(?:src|href)="(?:https?:)?\/\//);
    }
  });
});

describe('assets', () => {
  it('are kept by browsers under their version only', async () => {
    const tool = await testTool();
    const kept = await get(tool, '/assets/tool.css?v=v1');
    expect(kept.headers.get('content-type')).toBe('text/css; charset=utf-8');
    expect(kept.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    const other = await get(tool, '/assets/tool.css?v=v0');
    expect(other.headers.get('cache-control')).toBe('no-cache');
  });
});

describe('errors', () => {
  it('inside the tool show no detail and log no message', async () => {
    const tool = await testTool();
    await tool.storage.close();
    const answer = await get(tool, '/healthz');
    expect(await refusalOf(answer)).toBe('internal');
    const [line] = tool.log;
    expect(line).toMatchObject({ event: 'failure' });
    expect(JSON.stringify(line)).not.toContain('destroyed');
  });

  it('have words for people in every language, and none of them is the code', () => {
    const t = translator('de');
    const all = { ...toolErrorWords, ...bbbErrorWords };
    expect(Object.keys(all).toSorted()).toEqual(
      [...Object.keys(toolErrors), ...errorCodes].toSorted(),
    );
    for (const { what, now } of Object.values(all)) {
      expect(t(what)).not.toBe(what);
      expect(t(now)).not.toBe(now);
    }
  });

  it('of the API are JSON in the language of the browser', async () => {
    const tool = await testTool();
    const answer = await get(tool, '/api/room', { 'accept-language': 'de-DE' });
    expect(await answer.json()).toEqual({
      error: { code: 'session_unknown', message: 'Diese Seite war zu lange geöffnet' },
    });
  });
});
