import { describe, expect, it } from 'vitest';
import { createDemoUnderTest, ORIGIN, TOOL_URL } from './demo-app.ts';

async function settled(): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve));
}

describe('the landing page', () => {
  it('offers every course to the teacher and the students', async () => {
    const page = await (await createDemoUnderTest()).page('/');
    for (const course of ['physics', 'art']) {
      for (const person of ['tina', 'sam', 'sofia']) {
        expect(page).toContain(`href="/lms/as/${person}/courses/${course}/lecture"`);
      }
    }
    expect(page).toContain('the built-in BigBlueButton simulator');
  });

  it('leads an administrator into the tool, only from its own page', async () => {
    const demo = await createDemoUnderTest();
    expect(await demo.page('/')).toContain('action="/demo/administration"');
    const ask = (headers: Record<string, string>) =>
      demo.app.request(`${ORIGIN}/demo/administration`, { method: 'POST', headers });
    const entrance = await ask({ origin: ORIGIN });
    expect(entrance.status).toBe(303);
    expect(entrance.headers.get('location')).toBe(`${TOOL_URL}/admin/enter#code`);
    for (const headers of [{}, { origin: 'https://evil.example' }, { origin: TOOL_URL }]) {
      expect((await ask(headers)).status).toBe(403);
    }
  });

  it('says honestly that nothing is running and nothing was sent', async () => {
    const demo = await createDemoUnderTest();
    await demo.page('/');
    await settled();
    const page = await demo.page('/');
    expect(page).toContain('No meeting is running.');
    expect(page).toContain('Nothing yet.');
  });

  it('escapes the names of meetings and people', async () => {
    const demo = await createDemoUnderTest(async () => [
      {
        meetingID: 'bb-1',
        name: '<script>alert(1)</script>',
        state: 'open',
        people: [{ name: 'Tina "<b>" & co', isModerator: true }],
      },
    ]);
    await demo.page('/');
    await settled();
    for (const path of ['/', '/demo/activity']) {
      const page = await demo.page(path);
      expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
      expect(page).toContain('Tina &quot;&lt;b&gt;&quot; &amp; co (moderator)');
      expect(page).not.toContain('<script>alert');
    }
  });

  it('shows what was sent, escaped and without the checksum', async () => {
    const demo = await createDemoUnderTest();
    demo.sentCalls.record({
      event: 'bbb_call',
      time: '2026-03-02T09:00:00.000Z',
      call: 'create',
      method: 'GET',
      url: 'http://127.0.0.1:1/bigbluebutton/api/create?name=%3Ci%3EOffice&checksum=0a1b2c3d',
      outcome: 'id_not_unique',
      ms: 12.4,
    });
    const { sent } = (await (await demo.app.request(`${ORIGIN}/demo/activity`)).json()) as {
      sent: { body: string };
    };
    expect(sent.body).toContain('<code class="call-name">create</code>');
    expect(sent.body).toContain('&lt;i&gt;Office');
    expect(sent.body).toContain('id_not_unique');
    expect(sent.body).toContain('12 ms');
    expect(sent.body).not.toMatch(/0a1b2c3d|checksum/);
  });

  it('says that the browser was given the address to join', async () => {
    const demo = await createDemoUnderTest();
    demo.sentCalls.record({
      event: 'bbb_call',
      time: '2026-03-02T09:00:00.000Z',
      call: 'join',
      method: 'GET',
      url: 'http://127.0.0.1:1/bigbluebutton/api/join?role=VIEWER',
      outcome: 'handed_to_browser',
      ms: 0,
    });
    const page = await demo.page('/');
    expect(page).toContain('handed to the browser');
    expect(page).not.toContain('0 ms');
  });

  it.each([
    [async () => undefined, 'This server does not list its meetings.'],
    [() => Promise.reject(new Error('down')), 'The server does not answer right now.'],
  ])('explains why there is no list of meetings', async (read, sentence) => {
    const demo = await createDemoUnderTest(read);
    expect(await demo.page('/')).toContain('Asking the server …');
    await settled();
    expect(await demo.page('/')).toContain(sentence);
  });

  it('tells other programs on this computer what it runs on', async () => {
    const demo = await createDemoUnderTest();
    expect(JSON.parse(await demo.page('/demo/about'))).toEqual({
      server: { kind: 'simulator', url: 'http://127.0.0.1:8090' },
      tool: { url: TOOL_URL },
    });
  });
});

describe('the pages of the demo LMS', () => {
  it('say who you are, and keep the language while you switch', async () => {
    const demo = await createDemoUnderTest();
    const page = await demo.page('/lms/as/sam/courses/physics/lecture?lang=de');
    expect(page).toContain('<strong>Sam Student</strong>');
    expect(page).toContain('href="/lms/as/tina/courses/physics/lecture?lang=de"');
    expect(page).toContain('src="/lms/as/sam/courses/physics/lecture/launch?lang=de"');
  });

  it('frame the tool as an LMS does: camera and microphone, no screen sharing', async () => {
    const demo = await createDemoUnderTest();
    const page = await demo.page('/lms/as/tina/courses/art/lecture');
    expect(page).toContain(
      `allow="camera ${TOOL_URL}; microphone ${TOOL_URL}; fullscreen ${TOOL_URL}; autoplay ${TOOL_URL}"`,
    );
    expect(page).not.toContain('display-capture');
  });

  it.each([
    '/lms/as/nobody/courses/physics',
    '/lms/as/tina/courses/chemistry',
    '/lms/as/tina/courses/physics/exam',
    '/lms/as/tina/courses/physics/exam/launch',
    '/assets/secrets.js',
    '/elsewhere',
  ])('answer %s with a friendly page', async (path) => {
    const demo = await createDemoUnderTest();
    const response = await demo.app.request(ORIGIN + path);
    expect(response.status).toBe(404);
    expect(await response.text()).toContain('This page does not exist in the demo.');
  });
});

describe('every answer', () => {
  it('allows own files only, and frames and form targets only where they are needed', async () => {
    const demo = await createDemoUnderTest();
    const policy = async (path: string): Promise<string> =>
      (await demo.app.request(ORIGIN + path)).headers.get('content-security-policy') ?? '';
    const landing = await policy('/');
    expect(landing).toContain("default-src 'none'");
    expect(landing).toContain(
      `frame-src 'none'; form-action 'self' ${TOOL_URL}; frame-ancestors 'none'`,
    );
    expect(landing).not.toContain('unsafe');
    const activity = '/lms/as/sam/courses/physics/lecture';
    expect(await policy(activity)).toContain(`frame-src 'self' ${TOOL_URL}; form-action 'none'`);
    expect(await policy(`${activity}/launch`)).toContain(
      `form-action 'self' ${TOOL_URL}; frame-ancestors 'self'`,
    );
  });

  it('comes only to this computer, under the name localhost', async () => {
    const demo = await createDemoUnderTest();
    const moved = await demo.app.request('http://127.0.0.1:4400/lms/as/sam/courses/art?lang=fr');
    expect(moved.headers.get('location')).toBe(`${ORIGIN}/lms/as/sam/courses/art?lang=fr`);
    expect((await demo.app.request('http://rebound.example:4400/demo/about')).status).toBe(403);
  });
});
