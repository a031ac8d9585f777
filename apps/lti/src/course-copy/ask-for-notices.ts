import { z } from 'zod';
import type { JobHandler } from '../jobs/job-runner.ts';
import { copyNotice } from '../launch/optional-claims.ts';
import type { LaunchFacts } from '../launch/verify-launch.ts';
import { ServiceError } from '../services/service-error.ts';
import type { Tool } from '../tool.ts';

/** Lets a tool ask for notices. Source: LTI PNS 1.0. */
export const noticeScope = 'https://purl.imsglobal.org/spec/lti/scope/noticehandlers';

/** The kind of job that asks a platform to tell us of copied courses. */
export const noticeJob = 'notice-handler';

/** As many as fit into a body that we read. */
const mostAtOnce = 20;

const payload = z.object({ platformId: z.string(), url: z.string() });

/**
 * Sees to it that a platform which can tell us of copied courses does so: once for each deployment,
 * and again from time to time, when the job that did it is forgotten.
 */
export async function askForNotices(
  { platform, deploymentId, details }: Pick<LaunchFacts, 'platform' | 'deploymentId' | 'details'>,
  { storage, clock, baseUrl }: Pick<Tool, 'storage' | 'clock' | 'baseUrl'>,
): Promise<void> {
  const url = details.noticesUrl;
  if (url === undefined) return;
  await storage.jobs.add({
    kind: noticeJob,
    key: JSON.stringify([platform.id, deploymentId, baseUrl]),
    dueAt: clock.now(),
    payload: JSON.stringify({ platformId: platform.id, url }),
  });
}

/** Does that job. A platform that does not let us is left alone: histories still come by launches. */
export function noticeHandler(
  tool: Pick<Tool, 'storage' | 'services' | 'baseUrl' | 'log'>,
): JobHandler {
  return async (job) => {
    const { platformId, url } = payload.parse(JSON.parse(job.payload));
    const platform = await tool.storage.platforms.get(platformId);
    if (!platform?.enabled) return 'done';
    try {
      await tool.services.put(platform, {
        url,
        scope: noticeScope,
        accept: 'application/json',
        body: {
          notice_type: copyNotice,
          handler: `${tool.baseUrl}/lti/notices`,
          max_batch_size: mostAtOnce,
        },
      });
      tool.log('info', 'notices_asked', { outcome: 'agreed' });
    } catch (error) {
      if (!(error instanceof ServiceError) || error.retryable) throw error;
      tool.log('warn', 'notices_asked', { outcome: error.code });
    }
    return 'done';
  };
}
