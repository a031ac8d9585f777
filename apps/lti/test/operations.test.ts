import { describe, expect, it } from 'vitest';
import { second } from '../src/clock.ts';
import { Metrics } from '../src/operations/metrics.ts';
import { classroom, enterMeeting } from './kit/classroom.ts';
import { launch } from './kit/driving.ts';
import { type TestTool, testMetricsToken, testTool } from './kit/test-tool.ts';
import { roomOf, visit } from './kit/visitor.ts';

async function answer(tool: TestTool, path: string) {
  const response = await tool.app.request(path);
  return { status: response.status, body: await response.json() };
}

async function metricsOf({ app }: TestTool): Promise<string> {
  const headers = { authorization: `Bearer ${testMetricsToken}` };
  const response = await app.request('/metrics', { headers });
  expect(response.headers.get('content-type')).toBe('text/plain; version=0.0.4');
  return response.text();
}

describe('the health of the tool', () => {
  it('is well while the database and the meeting server answer', async () => {
    const { tool } = await classroom();
    expect(await answer(tool, '/livez')).toEqual({ status: 200, body: { status: 'ok' } });
    expect(await answer(tool, '/readyz')).toEqual({
      status: 200,
      body: { status: 'ok', checks: { database: 'ok', meetingServer: 'ok' } },
    });
  });

  it('names what does not answer by a code, and nothing else', async () => {
    const tool = await testTool();
    expect(await answer(tool, '/readyz')).toEqual({
      status: 503,
      body: { status: 'unavailable', checks: { database: 'ok', meetingServer: 'unreachable' } },
    });
    await tool.storage.close();
    tool.clock.advance(second);
    expect(await answer(tool, '/readyz')).toMatchObject({
      status: 503,
      body: { checks: { database: 'storage_unavailable' } },
    });
    expect((await tool.app.request('/livez')).status).toBe(200);
  });

  it('asks the meeting server twice a minute at most, however often it is asked', async () => {
    const here = await classroom();
    const asking = () =>
      Promise.all(Array.from({ length: 20 }, () => answer(here.tool, '/readyz')));
    await asking();
    here.tool.clock.advance(29 * second);
    await asking();
    expect(here.calls()).toEqual(['isMeetingRunning']);
    here.tool.clock.advance(second);
    await asking();
    expect(here.calls()).toEqual(['isMeetingRunning', 'isMeetingRunning']);
  });
});

describe('the metrics', () => {
  it('are for those who know their token', async () => {
    const { app } = await testTool();
    for (const authorization of ['', 'Bearer', 'Bearer wrong', testMetricsToken]) {
      const response = await app.request('/metrics', { headers: { authorization } });
      expect(response.status).toBe(401);
      expect(await response.text()).toBe('');
    }
  });

  it('count launches, joins, calls and people, and name nobody', async () => {
    const here = await classroom();
    const student = await visit(here.tool, 'student');
    await roomOf(student);
    await roomOf(student);
    const waiting = await metricsOf(here.tool);
    expect(waiting).toContain('bluebridge_lti_waiting_people 1\n');
    expect(waiting).toContain('bluebridge_lti_sessions 1\n');

    const teacher = await visit(here.tool, 'teacher');
    await enterMeeting(await teacher.press());
    await launch(here.tool, { exp: 1 });
    here.lookAgain();
    await roomOf(student);
    const text = await metricsOf(here.tool);
    expect(text).toContain('bluebridge_lti_launches_total{outcome="accepted"} 2\n');
    expect(text).toContain('bluebridge_lti_launches_total{outcome="token_expired"} 1\n');
    expect(text).toContain('bluebridge_lti_joins_total{outcome="entered"} 1\n');
    expect(text).toContain('bluebridge_lti_bbb_calls_total{call="create",outcome="SUCCESS"} 1\n');
    expect(text).toContain('bluebridge_lti_bbb_call_duration_seconds_count{call="create"} 1\n');
    expect(text).toContain('bluebridge_lti_waiting_people 0\n');
    expect(text).toMatch(/bluebridge_lti_http_requests_total\{status="3xx"\} \d+\n/);
    expect(text).not.toMatch(/Sam|Tina|Physics|lecture|lms\.example|bb-[0-9a-f]/i);
  });

  it('have the shape Prometheus reads', async () => {
    const { tool } = await classroom();
    await visit(tool, 'student');
    const sample = /^[a-z_]+(?:\{[a-z]+="[^"\n\\]*"(?:,[a-z]+="[^"\n\\]*")*\})? [\d.e+-]+$/;
    const comment = /^# (?:HELP [a-z_]+ .+|TYPE [a-z_]+ (?:counter|gauge|histogram))$/;
    const lines = (await metricsOf(tool)).trimEnd().split('\n');
    expect(lines.filter((line) => !sample.test(line) && !comment.test(line))).toEqual([]);
    expect(lines.length).toBeGreaterThan(20);
  });

  it('put durations into every bucket that holds them', () => {
    const metrics = new Metrics();
    for (const ms of [5, 250, 20_000]) metrics.time('requests', ms);
    const name = 'bluebridge_lti_http_request_duration_seconds';
    const text = metrics.text([]);
    for (const line of [
      `${name}_bucket{le="0.01"} 1`,
      `${name}_bucket{le="0.1"} 1`,
      `${name}_bucket{le="0.25"} 2`,
      `${name}_bucket{le="10"} 2`,
      `${name}_bucket{le="+Inf"} 3`,
      `${name}_sum 20.255`,
      `${name}_count 3`,
    ]) {
      expect(text).toContain(`${line}\n`);
    }
  });

  it('do not grow with what a meeting server invents', () => {
    const metrics = new Metrics();
    for (let number = 0; number < 1000; number += 1) {
      metrics.count('calls', 'create', `invented${number}`);
    }
    metrics.count('calls', 'create', 'a"}\n{b');
    const lines = metrics.text([]).split('\n');
    expect(lines.length).toBeLessThan(210);
    expect(lines).toContain('bluebridge_lti_bbb_calls_total{call="other",outcome="other"} 801');
  });

  it('take no texts for labels, such as names, and stay readable', () => {
    const metrics = new Metrics();
    const texts = ['Anna "x"\n', 'accepted', 'anna@school.example', 'a\\', '', 'x'.repeat(65)];
    for (const text of texts) metrics.count('launches', text);
    const samples = metrics
      .text([])
      .split('\n')
      .filter((line) => /^[^#]/.test(line));
    expect(samples).toEqual([
      'bluebridge_lti_launches_total{outcome="other"} 5',
      'bluebridge_lti_launches_total{outcome="accepted"} 1',
    ]);
  });
});
