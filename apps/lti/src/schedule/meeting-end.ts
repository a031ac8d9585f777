import { isBbbError } from '@bluebridge/core';
import { type EndAction, endPlan } from '@bluebridge/core/rooms';
import { minute, second } from '../clock.ts';
import type { JobHandler } from '../jobs/job-runner.ts';
import { startOf } from '../rooms/open-meeting.ts';
import { isBeingOpened } from '../seats/reserve.ts';
import { openingTakes } from '../storage/reservations.ts';
import type { StoredMeeting } from '../storage/stored-meeting.ts';
import { endingOf, endStateOf } from './end-state.ts';
import type { EndTools } from './end-tools.ts';
import { lookAt } from './look.ts';
import { noteInRecord } from './note-in-record.ts';
import { sendEnd } from './send-end.ts';
import { warn } from './warn.ts';

/** How often a meeting is looked for that may end by itself. */
const checkEvery = 10 * minute;
/** How often a server is tried that does not answer. */
const serverBack = minute;
/** Before something is done to people it must be known whether there are any. */
const freshFor = 20 * second;
const lettingGoTakes = 5 * second;
/** One round decides, looks and acts; more than these in a row is a defect. */
const mostSteps = 12;

/**
 * Brings a meeting to its end: warns, ends, looks whether it worked, tries again. Everything is
 * decided anew from the row of the meeting, so it does no harm to do it twice, or at once in two
 * processes: what is done to people is written down first, and only one succeeds in that.
 */
export function meetingEndJob(tools: EndTools): JobHandler {
  const { storage, clock, afterEnd } = tools;
  const run: JobHandler = async ({ key }) => {
    for (let steps = 0; steps < mostSteps; steps += 1) {
      const meeting = await storage.meetings.get(key);
      if (meeting === undefined) return 'done';
      if (meeting.state === 'ended') {
        await afterEnd(meeting);
        return 'done';
      }
      const retryAt = await takeStep(tools, meeting, steps === 0);
      if (retryAt !== undefined) return { retryAt };
    }
    return { retryAt: clock.now() + checkEvery };
  };
  return async (job) => {
    try {
      return await run(job);
    } catch (error) {
      // However long the server is away, the meeting is ended when it is back.
      if (!isBbbError(error)) throw error;
      return { retryAt: clock.now() + serverBack };
    }
  };
}

/** Does what is due now; answers when to come back, or nothing when the meeting changed. */
function takeStep(
  tools: EndTools,
  meeting: StoredMeeting,
  isFirst: boolean,
): Promise<number | undefined> {
  if (meeting.state === 'planned') return findPlanned(tools, meeting);
  const { seen } = meeting;
  if (seen?.meeting === 'ending') return waitUntilGone(tools, meeting);
  if (seen?.meeting === 'absent') return noteEnd(tools, meeting);
  return follow(tools, meeting, isFirst);
}

/** Whoever wanted to open it may have died: the server knows whether the meeting came into being. */
async function findPlanned(
  { infos, storage, clock }: EndTools,
  meeting: StoredMeeting,
): Promise<number | undefined> {
  const { id, meetingID, openedAt, plannedEndAt } = meeting;
  const isOnItsWay = isBeingOpened(meeting, clock.now());
  const latest = await infos.latest(meetingID, isOnItsWay ? openedAt : openedAt + openingTakes);
  if (latest.kind === 'later') return latest.at;
  const { info } = latest;
  if (info !== null && info.hasBeenForciblyEnded !== true) {
    const { createTime, internalMeetingID } = info;
    const length = plannedEndAt === undefined ? undefined : plannedEndAt - openedAt;
    const plannedEnd = length === undefined ? undefined : startOf(meeting, createTime) + length;
    await storage.meetings.settle(id, {
      createTime,
      internalID: internalMeetingID,
      plannedEndAt: plannedEnd,
    });
    return undefined;
  }
  if (isOnItsWay) return openedAt + openingTakes;
  await storage.meetings.end(id, 'never_opened');
  return undefined;
}

async function waitUntilGone(tools: EndTools, meeting: StoredMeeting): Promise<number | undefined> {
  const now = tools.clock.now();
  const { seen } = meeting;
  if (seen && now < seen.at + lettingGoTakes) return seen.at + lettingGoTakes;
  return look(tools, meeting);
}

async function noteEnd(
  { storage, log }: EndTools,
  { id, ends }: StoredMeeting,
): Promise<undefined> {
  const by = ends === undefined ? 'server' : ends.byPerson === true ? 'person' : 'schedule';
  if (await storage.meetings.end(id, by)) log('info', 'meeting_ended', { by });
}

async function follow(
  tools: EndTools,
  meeting: StoredMeeting,
  isFirst: boolean,
): Promise<number | undefined> {
  const { storage, clock, policy } = tools;
  const now = clock.now();
  const lastLook = meeting.seen?.at ?? meeting.openedAt;
  // Whoever comes before anything is due was called: something may have happened.
  const lookAround = () => (isFirst ? lookSinceEvent(tools, meeting) : look(tools, meeting));
  const nextCheck = lastLook + (isFirst ? second : checkEvery);
  const ending = endingOf(meeting);
  if (ending === undefined) {
    return nextCheck > now ? lastLook + checkEvery : lookAround();
  }
  const open = await storage.meetings.listOpen();
  const action = endPlan(endStateOf(ending, open, policy, now), now);
  if (action.kind === 'give_up') return giveUp(tools, meeting, action.attempts);
  const at = 'at' in action ? action.at : now;
  if (at > now) {
    return nextCheck > now ? Math.min(at, lastLook + checkEvery) : lookAround();
  }
  const needsLook = action.kind !== 'confirm' && !isFresh(meeting, now);
  if (action.kind === 'confirm' || needsLook) return look(tools, meeting);
  return act(tools, meeting, action);
}

function act(
  tools: EndTools,
  meeting: StoredMeeting,
  action: EndAction,
): Promise<number | undefined> {
  switch (action.kind) {
    case 'warn':
      return warn(tools, meeting, action);
    case 'end':
      return sendEnd(tools, meeting, action.attempt);
    default:
      // What is done was seen as absent, and extensions are answered where they are asked for.
      return Promise.resolve(tools.clock.now() + checkEvery);
  }
}

function isFresh({ seen }: StoredMeeting, now: number): boolean {
  return seen !== undefined && now < seen.at + freshFor;
}

/** Answers when to come back where it is not our turn to look. */
async function look(tools: EndTools, meeting: StoredMeeting, heardAt?: number) {
  return (await lookAt(tools, meeting, heardAt)).retryAt;
}

/** Looks for what happened; an answer from before that would say that nothing did. */
async function lookSinceEvent(tools: EndTools, meeting: StoredMeeting) {
  const watch = await tools.storage.meetingWatches.get(meeting.meetingID);
  return look(tools, meeting, Math.min(watch?.eventAt ?? 0, tools.clock.now()));
}

/** The server does not end it: that is noted once, and from then on it is only looked for. */
async function giveUp(
  tools: EndTools,
  meeting: StoredMeeting,
  attempts: number,
): Promise<number | undefined> {
  const { storage, clock, log } = tools;
  const { ends, seen } = meeting;
  if (ends && ends.gaveUp !== true) {
    if (!(await storage.meetings.change(meeting, { ends: { ...ends, gaveUp: true } }))) {
      return undefined;
    }
    log('error', 'meeting_end', { outcome: 'gave_up', attempts });
    await noteInRecord(storage, meeting, 'meeting.end_failed', { attempts });
  }
  const nextCheck = (seen?.at ?? 0) + checkEvery;
  return clock.now() < nextCheck ? nextCheck : look(tools, meeting);
}
