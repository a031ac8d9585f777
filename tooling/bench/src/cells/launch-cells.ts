import { startSimulator } from '@bluebridge/simulator';
import type { Cell, Figures } from '../figures.ts';
import { type Browser, expectStatus, forEachAtOnce, openBrowser } from '../lti/browser.ts';
import { peopleFrom } from '../lti/claims.ts';
import { type FakePlatform, startPlatform } from '../lti/fake-platform.ts';
import { type Journey, journeyOf } from '../lti/launches.ts';
import { startLeastTool } from '../lti/least-tool.ts';
import { startLtijsTool } from '../lti/ltijs-tool.ts';
import { type ServedTool, startOurTool } from '../lti/our-tool.ts';
import { openSession } from '../lti/sessions.ts';

/** People go in groups, each step of all before the next, so that each step can be told apart. */
const group = 100;
/** Groups that are measured, after those that only warm the server up. */
const measured = 4;
const before = 6;
const perCourse = 25;

interface Served {
  readonly tool: ServedTool;
  /** What the script of the page asks for next. */
  questions?(journey: Journey): Promise<void>;
  stop(): Promise<void>;
}

/** Lets people go from their course to a page, and gives what each step takes of the server. */
async function measureLaunches(
  serve: (platform: FakePlatform, browser: Browser) => Promise<Served>,
): Promise<Figures> {
  const platform = await startPlatform();
  const browser = openBrowser();
  const served = await serve(platform, browser);
  const { tool } = served;
  const steps: Readonly<Record<string, (journey: Journey) => Promise<void>>> = {
    login: (journey) => journey.login(),
    launch: (journey) => journey.launch(),
    page: (journey) => journey.page(),
    questions: async (journey) => served.questions?.(journey),
  };
  const took = new Map<string, number>();
  for (let number = 0; number < before + measured; number++) {
    const people = peopleFrom(number * group, group, perCourse);
    const journeys = people.map((person) => journeyOf(person, { browser, platform, tool }));
    for (const [step, go] of Object.entries(steps)) {
      const start = await tool.cpuMs();
      await forEachAtOnce(journeys, go);
      const ms = (await tool.cpuMs()) - start;
      if (number >= before) took.set(step, (took.get(step) ?? 0) + ms);
    }
  }
  const each = [...took].map(([step, ms]) => [step, ms / (measured * group)] as const);
  const rssMb = await tool.rssMb();
  browser.close();
  await served.stop();
  platform.close();
  const launches = (before + measured) * group;
  return { ...Object.fromEntries(each), rssMb, fetches: platform.fetches(), launches };
}

export const launchCells: Readonly<Record<string, Cell>> = {
  'launch-bluebridge': () =>
    measureLaunches(async (platform, browser) => {
      const simulator = await startSimulator({ secret: 'for-benchmarks-only' });
      const tool = await startOurTool(platform, simulator);
      return {
        tool,
        async questions(journey) {
          const token = await openSession(browser, tool.url, journey);
          const headers = { ...journey.headers, authorization: `Bearer ${token}` };
          expectStatus(await browser.get(`${tool.url}/api/room`, headers), 200);
        },
        async stop() {
          await tool.stop();
          await simulator.close();
        },
      };
    }),
  'launch-least': () =>
    measureLaunches(async (platform) => {
      const tool = await startLeastTool(platform);
      return { tool, stop: () => tool.stop() };
    }),
  'launch-ltijs': () =>
    measureLaunches(async (platform) => {
      const tool = await startLtijsTool(platform);
      return { tool, stop: () => tool.stop() };
    }),
};
