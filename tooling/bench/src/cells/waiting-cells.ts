import { setTimeout as pause } from 'node:timers/promises';
import { startSimulator } from '@bluebridge/simulator';
import type { Cell } from '../figures.ts';
import { forEachAtOnce, openBrowser } from '../lti/browser.ts';
import { peopleFrom } from '../lti/claims.ts';
import { openPages } from '../lti/event-streams.ts';
import { startPlatform } from '../lti/fake-platform.ts';
import { type Journey, journeyOf } from '../lti/launches.ts';
import { startOurTool } from '../lti/our-tool.ts';
import { enterMeeting, openSession } from '../lti/sessions.ts';
import { median } from '../measure.ts';

const minute = 60_000;

/** A minute of so many students in front of one room, and how they learn that it is open. */
const waiting: Cell = async (argument) => {
  const students = Number(argument);
  const platform = await startPlatform();
  const simulator = await startSimulator({ secret: 'for-benchmarks-only' });
  const tool = await startOurTool(platform, simulator);
  const browser = openBrowser();
  const means = { browser, platform, tool };
  const calls = () => simulator.requests().map(({ call }) => call);

  const tokens: string[] = [];
  async function launch(journey: Journey): Promise<string> {
    await journey.login();
    await journey.launch();
    return openSession(browser, tool.url, journey);
  }
  // All in one course, whose first person is the teacher.
  const [teacher, ...others] = peopleFrom(0, students + 1, students + 1).map((person) =>
    journeyOf(person, means),
  );
  if (!teacher) throw new Error('there is no teacher');
  const teachersToken = await launch(teacher);
  await forEachAtOnce(others, async (journey) => {
    tokens.push(await launch(journey));
  });

  const rssBeforeMb = await tool.rssMb();
  const pages = openPages(tool.url, tokens);
  await pages.told('wait');
  const [callsBefore, cpuBefore] = [calls().length, await tool.cpuMs()];
  await pause(minute);
  const cpuMs = (await tool.cpuMs()) - cpuBefore;
  const asked = calls().slice(callsBefore);
  const rssMb = await tool.rssMb();
  const created = calls().filter((call) => call === 'create').length;

  await enterMeeting(browser, tool.url, teachersToken, teacher.headers);
  const openAt = performance.now();
  const told = (await pages.told('join')).map((at) => at - openAt);
  const createdThen = calls().filter((call) => call === 'create').length;

  pages.close();
  browser.close();
  await tool.stop();
  await simulator.close();
  platform.close();
  return {
    asked: asked.length,
    created,
    createdByTeacher: createdThen - created,
    cpuMs,
    rssBeforeMb,
    rssMb,
    kbEach: ((rssMb - rssBeforeMb) * 1000) / students,
    firstMs: Math.min(...told),
    medianMs: median(told),
    lastMs: Math.max(...told),
  };
};

export const waitingCells: Readonly<Record<string, Cell>> = { waiting };
