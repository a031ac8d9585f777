import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { addRecording, askToChoose, chooserIn, openChooser } from './kit/choosing.ts';
import { classroom, enterMeeting } from './kit/classroom.ts';
import { expectAdmission, launch } from './kit/driving.ts';
import { archive } from './kit/recordings.ts';
import { testTool } from './kit/test-tool.ts';
import { exchange, visit } from './kit/visitor.ts';

const schema = z.record(z.string(), z.unknown());
const content = z.record(z.string(), z.object({ schema }));
const document = z
  .object({
    paths: z.record(
      z.string(),
      z.record(
        z.string(),
        z.object({
          responses: z.record(z.string(), z.object({ content: content.optional() })),
        }),
      ),
    ),
    components: z.object({ schemas: z.record(z.string(), schema) }),
  })
  .parse(JSON.parse(readFileSync(new URL('../openapi.json', import.meta.url), 'utf8')));

/** Finds out whether an answer is as documented; what is not comes as zod's words. */
async function disagreement(method: string, path: string, response: Response): Promise<unknown> {
  const { status } = response;
  const documented = document.paths[path]?.[method]?.responses[String(status)];
  const found = documented?.content?.['application/json']?.schema;
  if (!found) return `${method} ${path} does not document ${status}`;
  const whole = JSON.stringify({ ...found, $defs: document.components.schemas });
  const local = whole.replaceAll('#/components/schemas/', '#/$defs/');
  const reply = z.fromJSONSchema(JSON.parse(local) as Parameters<typeof z.fromJSONSchema>[0]);
  return reply.safeParse(await response.json()).error?.message;
}

describe('the OpenAPI document', () => {
  it('names every address that answers JSON, and no other', async () => {
    const { app } = await testTool();
    const machine = /^\/(?:api\/.*|lti\/(?:jwks|cookies|notices)|livez|readyz|healthz|metrics)$/;
    const routes = app.routes
      .filter(({ method, path }) => method !== 'ALL' && machine.test(path))
      .map(({ method, path }) => `${method} ${path}`);
    const documented = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    );
    expect([...new Set(routes)].toSorted()).toEqual(documented.toSorted());
  });

  it('describes what is answered while all is well', async () => {
    const here = await classroom();
    const { app } = here.tool;
    const { code } = expectAdmission(await launch(here.tool));
    expect(await disagreement('post', '/api/session', await exchange(here.tool, code))).toBe(
      undefined,
    );
    const student = await visit(here.tool, 'student');
    const teacher = await visit(here.tool, 'teacher');
    const asks = async (method: string, path: string, bearer = teacher.bearer) => {
      const headers = { authorization: `Bearer ${bearer}` };
      const response = await app.request(path, { method: method.toUpperCase(), headers });
      expect(response.status).toBe(200);
      expect(await disagreement(method, path, response)).toBe(undefined);
    };
    await asks('get', '/api/room', student.bearer);
    await asks('get', '/api/room');
    await asks('get', '/api/settings');
    await asks('get', '/api/documents');
    await asks('post', '/api/page-code');
    await asks('get', '/api/copy');
    const tab = await enterMeeting(await teacher.press());
    await tab.act('recording', { on: true });
    here.lookAgain();
    await asks('get', '/api/room', student.bearer);
    await asks('get', '/api/room');
    await asks('get', '/api/seats');
    await asks('post', '/api/join-ticket');
    await asks('post', '/api/end');
    here.lookAgain();
    await asks('get', '/api/room');
    await asks('get', '/api/recordings');
    for (const path of ['/lti/jwks', '/lti/cookies', '/livez', '/healthz', '/readyz']) {
      await asks('get', path);
    }
  });

  it('describes what somebody is told who chooses what links open', async () => {
    const tool = await testTool();
    const { roomId } = await visit(tool, 'teacher');
    await addRecording(tool, roomId, 'rec-1', { startTime: 5 });
    const { code } = chooserIn(await askToChoose(tool));
    const opened = await openChooser(tool, code);
    const { token } = (await opened.clone().json()) as { token: string };
    const path = '/api/chooser/recordings';
    const ask = (address: string) =>
      tool.app.request(address, { headers: { authorization: `Bearer ${token}` } });
    const cases: [string, string, Response][] = [
      ['post', '/api/chooser/session', opened],
      ['post', '/api/chooser/session', await openChooser(tool, code)],
      ['get', '/api/chooser', await ask('/api/chooser')],
      ['get', '/api/chooser', await tool.app.request('/api/chooser')],
      ['get', path, await ask(`${path}?room=${roomId}`)],
      ['get', path, await ask(`${path}?room=x`)],
    ];
    expect(cases.map(([, , { status }]) => status)).toEqual([200, 401, 200, 401, 200, 400]);
    for (const [method, address, response] of cases) {
      expect(await disagreement(method, address, response)).toBe(undefined);
    }
  });

  it('describes what becomes of recordings', async () => {
    const { tool, teacher, student, recordIDs } = await archive([
      { formats: [{ type: 'video', previews: [{ alt: '', width: 1, height: 1 }] }] },
    ]);
    const [recordID] = recordIDs;
    const ask = async (person: typeof teacher, path: string, body?: object) => {
      const headers = { authorization: `Bearer ${person.bearer}` };
      const type = { 'content-type': 'application/json' };
      const post = { method: 'POST', headers: { ...headers, ...type }, body: JSON.stringify(body) };
      const response = await tool.app.request(path, body ? post : { headers });
      const [plain = ''] = path.split('?');
      expect(await disagreement(body ? 'post' : 'get', plain, response)).toBe(undefined);
      return response.status;
    };
    const text = 'WEBVTT\n\n00:01.000 --> 00:02.500\nHello';
    expect([
      await ask(teacher, '/api/recordings'),
      await ask(teacher, '/api/recordings?sort=size'),
      await ask(student, '/api/recordings/watch-ticket', { recordID, format: 'video' }),
      await ask(student, '/api/recordings/watch-ticket', { recordID: 'x', format: 'video' }),
      await ask(teacher, '/api/recordings/captions', { recordID, language: 'en', text }),
      await ask(teacher, `/api/recordings/captions?recordID=${recordID}`),
      await ask(student, '/api/recordings/change', { recordID, action: 'delete' }),
      await ask(teacher, '/api/recordings/change', { recordID, action: 'publish' }),
      await ask(teacher, '/api/recordings/change', { recordID, action: 'delete' }),
    ]).toEqual([200, 400, 200, 404, 200, 200, 403, 409, 200]);
  });

  it('describes refusals', async () => {
    const tool = await testTool();
    const student = await visit(tool, 'student');
    const headers = { authorization: `Bearer ${student.bearer}` };
    const cases: [string, string, Response][] = [
      ['get', '/api/room', await tool.app.request('/api/room', { headers })],
      ['get', '/api/room', await tool.app.request('/api/room')],
      ['post', '/api/end', await tool.app.request('/api/end', { method: 'POST', headers })],
      ['get', '/api/recordings', await tool.app.request('/api/recordings', { headers })],
      ['get', '/readyz', await tool.app.request('/readyz')],
      ['post', '/api/session', await exchange(tool, 'x')],
    ];
    expect(cases.map(([, , { status }]) => status)).toEqual([200, 401, 403, 200, 503, 401]);
    for (const [method, path, response] of cases) {
      expect(await disagreement(method, path, response)).toBe(undefined);
    }
  });

  it('would notice an answer that is not as described', async () => {
    const wrong = Response.json({ title: 5, course: '', meeting: { kind: 'known' } });
    expect(await disagreement('get', '/api/room', wrong)).toContain('title');
    expect(await disagreement('get', '/api/nothing', wrong)).toContain('does not document');
  });
});
