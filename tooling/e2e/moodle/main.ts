/**
 * Drives a real Moodle through the whole way of a school: registration, choosing rooms, a lesson,
 * the copy of a course. It starts the tool and a simulated meeting server itself.
 *
 *     MOODLE_URL=http://localhost:8080 MOODLE_ADMIN=admin MOODLE_PASSWORD=… pnpm e2e:moodle
 */
import { launchChromium } from '../test/kit/chromium.ts';
import { startTool } from '../test/kit/tool-process.ts';
import { travel } from './journey.ts';
import { readSettings, SettingError } from './settings.ts';
import { StepError, stepsThat } from './steps.ts';

/** Exit codes as in sysexits.h. */
const misconfigured = 78;

const say = (line: string): void => void process.stdout.write(`${line}\n`);

try {
  const settings = readSettings(process.env);
  const browser = await launchChromium();
  const tool = await startTool(settings.tool);
  try {
    await travel(settings, browser, tool, stepsThat(say));
    say('The whole way works on this Moodle.');
  } catch (error) {
    if (error instanceof StepError) {
      const launches = tool.log.filter(({ event }) => event === 'launch').slice(-3);
      for (const { outcome, failed } of launches) {
        say(`        the tool said: launch ${JSON.stringify({ outcome, failed })}`);
      }
    }
    throw error;
  } finally {
    await browser.close();
    await tool.stop();
  }
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = error instanceof SettingError ? misconfigured : 1;
}
