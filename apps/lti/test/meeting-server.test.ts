import { describe, expect, it } from 'vitest';
import { second } from '../src/clock.ts';
import { classroom } from './kit/classroom.ts';
import { visit, roomOf } from './kit/visitor.ts';

describe('a meeting server in trouble', () => {
  it('leaves the page of the room with its name and a word about it', async () => {
    const here = await classroom();
    const student = await visit(here.tool, 'student');
    await here.simulator.close();
    expect(await roomOf(student)).toMatchObject({
      title: 'Weekly lecture room',
      course: 'Physics 101',
      meeting: {
        kind: 'unknown',
        problem: {
          code: 'unreachable',
          message: 'The meeting server does not answer right now',
        },
      },
    });
    const { status, body } = await student.api('GET', '/api/recordings');
    expect(status).toBe(200);
    expect(body).toMatchObject({ recordings: [], problem: { code: 'unreachable' } });
  });

  it('sends nobody on to it, although its last answer is still shown', async () => {
    const here = await classroom();
    const student = await visit(here.tool, 'student');
    await (await visit(here.tool, 'teacher')).press();
    expect(await roomOf(student)).toMatchObject({ meeting: { kind: 'known' } });
    here.tool.clock.advance(5 * second);
    await here.simulator.close();
    expect(await roomOf(student)).toMatchObject({ meeting: { kind: 'known' } });
    const answer = await student.press();
    expect(answer.status).toBe(502);
    expect(await answer.text()).toContain('Code for support: unreachable');
  });

  it('gives whoever wants to join a friendly page', async () => {
    const here = await classroom();
    const teacher = await visit(here.tool, 'teacher');
    await here.simulator.close();
    const answer = await teacher.press();
    expect(answer.status).toBe(502);
    const page = await answer.text();
    expect(page).toContain('The meeting server does not answer right now');
    expect(page).toContain('Code for support: unreachable');
  });
});

describe('the signed address of the meeting', () => {
  it('goes to the browser of its participant and nowhere else', async () => {
    const here = await classroom();
    const teacher = await visit(here.tool, 'teacher');
    const answer = await teacher.press();
    const { searchParams } = new URL(answer.headers.get('location') ?? '');
    const checksum = searchParams.get('checksum') ?? '';
    expect(checksum).toMatch(/^[0-9a-f]{64}$/);
    expect(await answer.text()).not.toContain(checksum);
    expect(JSON.stringify(here.tool.log)).not.toContain(checksum);
    expect(answer.headers.get('referrer-policy')).toBe('no-referrer');
    expect(answer.headers.get('cache-control')).toBe('no-store');
  });
});
