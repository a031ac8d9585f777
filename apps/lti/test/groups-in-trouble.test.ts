import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { minute } from '../src/clock.ts';
import type { GroupsReply } from '../src/groups/replies.ts';
import type { GuardedReply } from '../src/http/guarded-client.ts';
import { claim } from '../src/launch/claim-names.ts';
import { ServiceError } from '../src/services/service-error.ts';
import { serviceWeb, servicesOn } from './kit/service-web.ts';
import { testTool } from './kit/test-tool.ts';
import { visit, type Visitor } from './kit/visitor.ts';

const service = { [claim.groupsService]: { context_groups_url: 'https://lms.example/groups' } };
const inRed = { status: 200, text: JSON.stringify({ groups: [{ id: 'a', name: 'Red' }] }) };
const token = { status: 200, text: '{"access_token":"t","expires_in":3600}' };
const hangs = () => new Promise<never>(() => {});

async function mineOf({ api }: Visitor): Promise<readonly string[]> {
  const { body } = await api<GroupsReply>('GET', '/api/groups');
  return body.groups.filter(({ isMine }) => isMine).map(({ name }) => name);
}

/** A room with groups, of a platform whose group service does as the test says. */
async function roomWithGroups() {
  const asked: string[] = [];
  const web = { groups: async (): Promise<GuardedReply> => inRed };
  const tool = await testTool({
    web: async (url) => {
      if (url.endsWith('/token')) return token;
      asked.push(url);
      return web.groups();
    },
  });
  const teacher = await visit(tool, 'teacher', service);
  await teacher.api('POST', '/api/groups/use', { use: 'separate' });
  return { tool, web, asked };
}

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
afterEach(() => void vi.useRealTimers());

describe('a group service in trouble', () => {
  it('that hangs delays one launch by two seconds, and none in the minute after', async () => {
    const { tool, web, asked } = await roomWithGroups();
    expect(await mineOf(await visit(tool, 'student', service))).toEqual(['Red']);
    const begun = Promise.withResolvers<void>();
    web.groups = () => {
      begun.resolve();
      return hangs();
    };
    const hanging = visit(tool, 'student', service);
    await begun.promise;
    vi.advanceTimersByTime(1999);
    const early = await Promise.race([hanging, new Promise((done) => setImmediate(done))]);
    expect(early).toBeUndefined();
    vi.advanceTimersByTime(1);
    // What was known before goes on.
    expect(await mineOf(await hanging)).toEqual(['Red']);
    const before = asked.length;
    tool.clock.advance(minute - 1);
    expect(await mineOf(await visit(tool, 'student', service))).toEqual(['Red']);
    expect(await mineOf(await visit(tool, 'student', { ...service, sub: '6' }))).toEqual([]);
    expect(asked).toHaveLength(before);
    tool.clock.advance(1);
    web.groups = async () => inRed;
    expect(await mineOf(await visit(tool, 'student', { ...service, sub: '6' }))).toEqual(['Red']);
  });

  it('is left alone by launches, but not by the teacher who asks for an update', async () => {
    const { tool, web, asked } = await roomWithGroups();
    web.groups = async () => ({ status: 503, text: '' });
    await visit(tool, 'student', service);
    await visit(tool, 'student', service);
    expect(asked).toHaveLength(1);
    web.groups = async () => inRed;
    const teacher = await visit(tool, 'teacher', service);
    expect(asked).toHaveLength(1);
    expect((await teacher.api('POST', '/api/groups/refresh')).status).toBe(200);
    expect(asked).toHaveLength(2);
  });

  it('of one platform is no trouble of another', async () => {
    const { services, platform } = await servicesOn(serviceWeb());
    const failing = () => Promise.reject(new ServiceError('service_unreachable'));
    const works = async () => 'yes';
    expect(await services.inPassing(platform, failing)).toBeUndefined();
    expect(await services.inPassing(platform, works)).toBeUndefined();
    expect(await services.inPassing({ ...platform, id: 'another' }, works)).toBe('yes');
  });

  it('that clearly says no for one person is asked for the next', async () => {
    const { services, platform } = await servicesOn(serviceWeb());
    const refused = () => Promise.reject(new ServiceError('service_refused'));
    expect(await services.inPassing(platform, refused)).toBeUndefined();
    expect(await services.inPassing(platform, async () => 'yes')).toBe('yes');
  });

  it('that fails after it was given up troubles nobody', async () => {
    const { services, platform } = await servicesOn(serviceWeb());
    const late = Promise.withResolvers<never>();
    const answer = services.inPassing(platform, () => late.promise);
    vi.advanceTimersByTime(2000);
    expect(await answer).toBeUndefined();
    late.reject(new Error('much too late'));
    await new Promise((done) => setImmediate(done));
  });

  it('does not hide faults of ours', async () => {
    const { services, platform } = await servicesOn(serviceWeb());
    const broken = () => Promise.reject(new TypeError('x'));
    await expect(services.inPassing(platform, broken)).rejects.toThrow(TypeError);
  });
});
