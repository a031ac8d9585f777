import { noticeHandler, noticeJob } from '../course-copy/ask-for-notices.ts';
import { hookRemoval } from '../hooks/hook-desk.ts';
import { recordingsJob } from '../recordings/sync-job.ts';
import { afterEndOf } from '../schedule/after-end.ts';
import { meetingEndJob } from '../schedule/meeting-end.ts';
import { seatsSyncJob } from '../seats/seats-sync.ts';
import { meetingJob } from '../storage/reservations.ts';
import { retentionHandler, retentionKind } from '../privacy/retention.ts';
import type { Tool } from '../tool.ts';
import type { JobHandlers } from './job-runner.ts';

/** Gathers what does the jobs of every feature, by the kind of job. */
export function jobHandlers(tool: Tool): JobHandlers {
  const { recordings } = tool;
  const { bbb: client, infos, storage, clock, log, endPolicy: policy } = tool;
  return {
    [retentionKind]: retentionHandler(tool),
    'seats-sync': seatsSyncJob({ client, storage, clock }),
    [meetingJob]: meetingEndJob({
      client,
      infos,
      storage,
      clock,
      log,
      policy,
      afterEnd: afterEndOf(tool),
    }),
    [hookRemoval]: tool.hookDesk.removing,
    [noticeJob]: noticeHandler(tool),
    'recordings-sync': recordingsJob(recordings.sync),
  };
}
