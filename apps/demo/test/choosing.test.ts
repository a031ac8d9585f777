import { decodeJwt, SignJWT, type CryptoKey, type JWTPayload } from 'jose';
import { describe, expect, it } from 'vitest';
import { createDemoUnderTest, ORIGIN, tool, TOOL_URL, type DemoUnderTest } from './demo-app.ts';

const COURSE = '/lms/as/tina/courses/physics';
const CLAIM = 'https://purl.imsglobal.org/spec/lti/claim/';
const DEEP_LINKING = 'https://purl.imsglobal.org/spec/lti-dl/claim/';
const lab = {
  type: 'ltiResourceLink',
  title: 'Lab & <b>workshop</b>',
  url: tool.launch,
  custom: { bluebridge_item: 'item-1' },
};

interface Choice {
  settings: Record<string, unknown>;
  claims: JWTPayload;
}

/** Presses "Add from Bluebridge" and gives what the tool is told. */
async function beginChoice(demo: DemoUnderTest, course = COURSE): Promise<Choice> {
  const { posted } = await demo.authorize(await demo.beginLaunch(`${course}/add/launch`));
  const claims = decodeJwt(posted['id_token'] ?? '');
  const settings = claims[`${DEEP_LINKING}deep_linking_settings`] as Record<string, unknown>;
  return { settings, claims };
}

/** Builds the answer of a tool that does all of it right. */
function rightAnswer(demo: DemoUnderTest, { settings }: Choice, items: unknown): JWTPayload {
  const now = demo.clock.now / 1000;
  return {
    iss: 'demo-client',
    aud: `${ORIGIN}/lms`,
    iat: now,
    exp: now + 60,
    nonce: 'nonce-2',
    [`${CLAIM}message_type`]: 'LtiDeepLinkingResponse',
    [`${CLAIM}version`]: '1.3.0',
    [`${CLAIM}deployment_id`]: '1',
    [`${DEEP_LINKING}content_items`]: items,
    [`${DEEP_LINKING}data`]: settings['data'],
  };
}

async function send(
  demo: DemoUnderTest,
  claims: JWTPayload,
  { key = demo.toolKey, to = `${COURSE}/chosen` }: { key?: Key; to?: string } = {},
): Promise<Response> {
  const jwt = await new SignJWT(claims)
    .setProtectedHeader({ alg: 'RS256', kid: demo.toolKey.kid })
    .sign(key.privateKey);
  const body = new URLSearchParams({ JWT: jwt });
  return demo.app.request(ORIGIN + to, { method: 'POST', body });
}

interface Key {
  privateKey: CryptoKey;
}

describe('choosing what a course has', () => {
  it('is offered to teachers and nobody else', async () => {
    const demo = await createDemoUnderTest();
    expect(await demo.page(COURSE)).toContain(`href="${COURSE}/add"`);
    expect(await demo.page(`${COURSE}/add`)).toContain(`src="${COURSE}/add/launch"`);
    const student = '/lms/as/sam/courses/physics';
    expect(await demo.page(student)).not.toContain('Add from Bluebridge');
    const moved = await demo.app.request(`${ORIGIN}${student}/add?lang=pt`);
    expect(moved.headers.get('location')).toBe(`${student}?lang=pt`);
    expect((await demo.app.request(`${ORIGIN}${student}/add/launch`)).status).toBe(404);
  });

  it('tells the tool what this LMS takes, and where the answer goes', async () => {
    const demo = await createDemoUnderTest();
    const { claims, settings } = await beginChoice(demo);
    expect(claims).toMatchObject({
      sub: '3',
      [`${CLAIM}message_type`]: 'LtiDeepLinkingRequest',
      [`${CLAIM}context`]: { id: '2', title: 'Physics 101' },
    });
    expect(claims).not.toHaveProperty([`${CLAIM}resource_link`]);
    expect(settings).toEqual({
      deep_link_return_url: `${ORIGIN}${COURSE}/chosen`,
      accept_types: ['ltiResourceLink'],
      accept_presentation_document_targets: ['iframe'],
      accept_multiple: true,
      accept_lineitem: false,
      data: expect.stringMatching(/^[\w-]{43}$/),
    });
    const page = await demo.app.request(`${ORIGIN}/lms/.well-known/openid-configuration`);
    expect(await page.text()).toContain('LtiDeepLinkingRequest');
  });

  it('adds what was chosen to the course, for everybody, ready to be launched', async () => {
    const demo = await createDemoUnderTest();
    const choice = await beginChoice(demo);
    const talk = { type: 'ltiResourceLink', title: 'Seminar', text: 'On Fridays.' };
    const answer = await send(demo, rightAnswer(demo, choice, [lab, talk]));
    expect(answer.status).toBe(200);
    const said = await answer.text();
    expect(said).toContain('2 links were added to the course.');
    expect(said).toMatch(new RegExp(`href="${COURSE}"\\s+target="_top"`));

    const course = '/lms/as/sam/courses/physics';
    const page = await demo.page(course);
    expect(page).toContain('Lab &amp; &lt;b&gt;workshop&lt;/b&gt;');
    expect(page).toContain('On Fridays.');
    expect(await demo.page('/lms/as/sam/courses/art')).not.toContain('Seminar');
    const launch = async (slug: string): Promise<JWTPayload> => {
      const login = await demo.beginLaunch(`${course}/${slug}/launch`);
      expect(login['target_link_uri']).toBe(tool.launch);
      const { posted } = await demo.authorize(login);
      return decodeJwt(posted['id_token'] ?? '');
    };
    const [first, second] = [await launch('added-1'), await launch('added-2')];
    expect(first).toMatchObject({
      sub: '5',
      [`${CLAIM}message_type`]: 'LtiResourceLinkRequest',
      [`${CLAIM}resource_link`]: { title: lab.title },
      [`${CLAIM}custom`]: { bluebridge_item: 'item-1', context_history: '' },
    });
    const idOf = (claims: JWTPayload): unknown => claims[`${CLAIM}resource_link`];
    expect(idOf(first)).not.toEqual(idOf(second));
  });

  it('keeps the language on the way back', async () => {
    const demo = await createDemoUnderTest();
    const login = await demo.beginLaunch(`${COURSE}/add/launch?lang=pt`);
    const { posted } = await demo.authorize(login);
    expect(JSON.stringify(decodeJwt(posted['id_token'] ?? ''))).toContain('/chosen?lang=pt');
  });

  it('takes no answer as nothing chosen, once', async () => {
    const demo = await createDemoUnderTest();
    const answer = rightAnswer(demo, await beginChoice(demo), []);
    expect(await (await send(demo, answer)).text()).toContain('Nothing was added.');
    expect((await send(demo, answer)).status).toBe(400);
  });

  it.each<[string, Record<string, unknown>]>([
    ['comes from another tool', { iss: 'somebody-else' }],
    ['is for another LMS', { aud: `${TOOL_URL}/lms` }],
    ['is old', { exp: 1 }],
    ['never grows old', { exp: undefined }],
    ['was signed an hour ago', { iat: 1 }],
    ['has no nonce', { nonce: undefined }],
    ['is another message', { [`${CLAIM}message_type`]: 'LtiResourceLinkRequest' }],
    ['is of another version', { [`${CLAIM}version`]: '1.1' }],
    ['is of another deployment', { [`${CLAIM}deployment_id`]: '2' }],
    ['answers no choice', { [`${DEEP_LINKING}data`]: undefined }],
    ['answers a made-up choice', { [`${DEEP_LINKING}data`]: 'made-up' }],
    ['brings what was not asked for', { [`${DEEP_LINKING}content_items`]: [{ type: 'html' }] }],
    [
      'links to somewhere else',
      { [`${DEEP_LINKING}content_items`]: [{ ...lab, url: 'https://evil.example/launch' }] },
    ],
  ])('refuses an answer that %s, and waits for a right one', async (_case, changes) => {
    const demo = await createDemoUnderTest();
    const right = rightAnswer(demo, await beginChoice(demo), [lab]);
    const refused = await send(demo, { ...right, ...changes });
    expect([refused.status, await refused.text()]).toEqual([
      400,
      expect.stringContaining('Nothing was added'),
    ]);
    expect(await demo.page(COURSE)).not.toContain('workshop');
    expect((await send(demo, right)).status).toBe(200);
  });

  it('refuses an answer that the tool did not sign, or none', async () => {
    const demo = await createDemoUnderTest();
    const right = rightAnswer(demo, await beginChoice(demo), [lab]);
    expect((await send(demo, right, { key: demo.platform.key })).status).toBe(400);
    const nothing = await demo.app.request(`${ORIGIN}${COURSE}/chosen`, { method: 'POST' });
    expect(nothing.status).toBe(400);
    expect((await send(demo, right)).status).toBe(200);
  });

  it.each(['/lms/as/tina/courses/art/chosen', '/lms/as/sam/courses/physics/chosen'])(
    'refuses an answer at the address of another choice, %s',
    async (to) => {
      const demo = await createDemoUnderTest();
      const right = rightAnswer(demo, await beginChoice(demo), [lab]);
      expect((await send(demo, right, { to })).status).toBe(400);
    },
  );

  it('forgets a choice after an hour', async () => {
    const demo = await createDemoUnderTest();
    const choice = await beginChoice(demo);
    demo.clock.now += 60 * 60_000;
    expect((await send(demo, rightAnswer(demo, choice, [lab]))).status).toBe(400);
  });

  it('refuses an answer that is too large', async () => {
    const demo = await createDemoUnderTest();
    const body = new URLSearchParams({ JWT: 'x'.repeat(300_000) });
    const answer = await demo.app.request(`${ORIGIN}${COURSE}/chosen`, { method: 'POST', body });
    expect(answer.status).toBe(413);
  });

  it('shows the answer in a frame of this LMS only', async () => {
    const demo = await createDemoUnderTest();
    const answer = await send(demo, rightAnswer(demo, await beginChoice(demo), [lab]));
    const policy = answer.headers.get('content-security-policy');
    expect(policy).toContain("form-action 'none'; frame-ancestors 'self'");
  });
});
