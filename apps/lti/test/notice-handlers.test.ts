import { describe, expect, it } from 'vitest';
import { noticeHandler, noticeScope } from '../src/course-copy/ask-for-notices.ts';
import { claim } from '../src/launch/claim-names.ts';
import type { ServiceStatement } from '../src/services/platform-services.ts';
import { ServiceError, type ServiceErrorCode } from '../src/services/service-error.ts';
import type { ClaimedJob } from '../src/storage/jobs.ts';
import { launch } from './kit/driving.ts';
import { roles } from './kit/fake-platform.ts';
import { servicesOn, serviceWeb } from './kit/service-web.ts';
import { testTool } from './kit/test-tool.ts';

const url = 'https://lms.example/notices';
const service = (types: readonly string[]) => ({
  [claim.roles]: [roles.teacher],
  [claim.noticeService]: {
    platform_notification_service_url: url,
    notice_types_supported: types,
  },
});

/** Runs the job against a platform that fails in one way. */
async function runAgainst(failure?: ServiceErrorCode) {
  const { storage } = await testTool();
  const [platform] = await storage.platforms.list();
  const told: ServiceStatement[] = [];
  const log: unknown[] = [];
  const handler = noticeHandler({
    storage,
    baseUrl: 'https://rooms.example',
    log: (_level, event, fields) => void log.push([event, fields]),
    services: {
      put: async (_platform, statement) => {
        told.push(statement);
        if (failure) throw new ServiceError(failure);
      },
      get: () => Promise.reject(new Error('not asked')),
      inPassing: () => Promise.reject(new Error('not asked')),
      pages: () => {
        throw new Error('not asked');
      },
    },
  });
  const payload = JSON.stringify({ platformId: platform?.id, url });
  return { answer: handler({ payload } as ClaimedJob), told, log };
}

describe('a platform that can tell of copied courses', () => {
  it('is told where to, and how many at once', async () => {
    const { answer, told } = await runAgainst();
    expect(await answer).toBe('done');
    expect(told).toEqual([
      {
        url,
        scope: noticeScope,
        accept: 'application/json',
        body: {
          notice_type: 'LtiContextCopyNotice',
          handler: 'https://rooms.example/lti/notices',
          max_batch_size: 20,
        },
      },
    ]);
  });

  it.each(['service_refused', 'scope_missing', 'service_foreign'] as const)(
    'is left alone when it answers with %s',
    async (code) => {
      const { answer, log } = await runAgainst(code);
      expect(await answer).toBe('done');
      expect(log).toEqual([['notices_asked', { outcome: code }]]);
    },
  );

  it.each(['service_unreachable', 'service_busy'] as const)(
    'is asked later again after %s',
    async (code) => {
      const { answer } = await runAgainst(code);
      await expect(answer).rejects.toMatchObject({ code });
    },
  );

  it('is asked in the name of the launch that named its service', async () => {
    const tool = await testTool();
    await launch(tool, service(['LtiHelloWorldNotice']));
    expect(await tool.storage.jobs.claim(['notice-handler'], 1000)).toBe(undefined);
    await launch(tool, service(['LtiHelloWorldNotice', 'LtiContextCopyNotice']));
    const job = await tool.storage.jobs.claim(['notice-handler'], 1000);
    expect(JSON.parse(job?.payload ?? '{}')).toMatchObject({ url });
  });

  it('is not asked at an address that is none of its own', async () => {
    const web = serviceWeb();
    const { services, platform } = await servicesOn(web);
    const statement = { scope: noticeScope, accept: 'application/json', body: {} };
    await expect(
      services.put(platform, { ...statement, url: 'https://evil.example/x' }),
    ).rejects.toMatchObject({ code: 'service_foreign' });
    expect(web.sent).toEqual([]);
    await services.put(platform, { ...statement, url });
    expect(web.sent.at(-1)?.request).toMatchObject({ method: 'PUT', body: '{}' });
  });
});
