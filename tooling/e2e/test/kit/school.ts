import type { Browser, BrowserContext, FrameLocator, Page } from 'playwright-core';
import { startPlatform, type SimulatedPlatform } from '../../../../apps/lti/test/platform/index.ts';
import { launchChromium } from './chromium.ts';
import { newTab, toolIn } from './classroom.ts';
import { startTool, type ToolProcess } from './tool-process.ts';

/** A school whose platform knows the tool, and a browser in which everybody of it sits. */
export interface School {
  tool: ToolProcess;
  platform: SimulatedPlatform;
  context: BrowserContext;
  /** Opens the page of a link of the course "physics"; a new title makes a new link. */
  visit: (person: string, title: string, language?: string) => Promise<Visit>;
  /** Opens the tool's administration with a code from the command line. */
  administer: () => Promise<Page>;
  close: () => Promise<void>;
}

export interface Visit {
  page: Page;
  /** The tool in the page of the platform. */
  tool: FrameLocator;
  /** Presses the button that leads into the meeting, and gives its tab. */
  enter: (button: string) => Promise<Page>;
}

export interface SchoolOptions {
  /** Variables of the tool's environment. */
  tool?: Record<string, string>;
  /** Variables of the meeting server's environment. */
  server?: Record<string, string>;
  /** Whether the administrator has let the deployment in; yes, unless told otherwise. */
  isAllowed?: boolean;
}

/** Starts a Moodle-shaped platform, the tool and a browser. */
export async function openSchool(options: SchoolOptions = {}): Promise<School> {
  const started: (() => Promise<unknown>)[] = [];
  const close = async (): Promise<void> => {
    for (const stop of started.toReversed()) await stop();
  };
  try {
    const tool = await startTool(options.tool, options.server);
    started.push(tool.stop);
    const platform = await startPlatform({ profile: 'moodle' });
    started.push(platform.close);
    await connect(tool, platform, options.isAllowed ?? true);
    const browser: Browser = await launchChromium();
    started.push(() => browser.close());
    const context = await browser.newContext({ reducedMotion: 'reduce' });
    context.setDefaultTimeout(30_000);

    const visit = async (person: string, title: string, language = 'en'): Promise<Visit> => {
      const course = { course: 'physics', title };
      const links = platform.linksOf('physics');
      const link = links.find((known) => known.title === title) ?? platform.addLink(course);
      const page = await context.newPage();
      await page.goto(`${platform.url}/as/${person}/links/${link.id}?lang=${language}`);
      const frame = toolIn(page);
      return {
        page,
        tool: frame,
        enter: (name) => newTab(page, () => frame.getByRole('button', { name }).click()),
      };
    };
    const administer = async (): Promise<Page> => {
      const [address = ''] = (await tool.command('admin', 'invite')).split('\n');
      const page = await context.newPage();
      await page.goto(address);
      return page;
    };
    return { tool, platform, context, visit, administer, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Registers by hand what an administrator would type on both sides. */
async function connect(
  tool: ToolProcess,
  platform: SimulatedPlatform,
  isAllowed: boolean,
): Promise<void> {
  const registered = platform.register(tool.url);
  platform.activate(registered);
  const settings = platform.settingsOf(registered);
  const deployments = isAllowed ? settings.deploymentIds : ['another'];
  const words: Readonly<Record<string, string | readonly string[]>> = {
    name: settings.name,
    issuer: settings.issuer,
    'client-id': settings.clientId,
    'authorization-endpoint': settings.authorizationEndpoint,
    'jwks-uri': settings.jwksUri,
    'token-endpoint': settings.tokenEndpoint,
    deployment: deployments,
    'frame-origin': settings.frameOrigins,
  };
  await tool.command(
    'platform',
    'add',
    ...Object.entries(words).flatMap(([name, values]) =>
      [values].flat().flatMap((value) => [`--${name}`, value]),
    ),
  );
}
