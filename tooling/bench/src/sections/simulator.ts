import { measure } from '../fresh-process.ts';
import { goal, round, section, table } from '../report.ts';

const errands = {
  control: 'control API',
  page: 'meeting page',
  call: 'isMeetingRunning',
  callback: 'end callback, from the end to its arrival',
};

/** A full simulator: the longest answer it gives, and who has to wait for it. */
export async function simulatorSection(): Promise<void> {
  section('The simulator with 1,000 meetings of 50 people', [
    'Time of the clock, of one run; client and server share the machine.',
  ]);
  const figures = await measure('simulator');
  const figure = (name: string): number => figures[name] ?? Number.NaN;
  table([
    ['getMeetings', ''],
    ['bytes', figure('bytes')],
    ['median, ms', round(figure('listMs'))],
    ['longest of 15, ms', round(figure('listMaxMs'))],
    ['memory of the server afterwards, MB', round(figure('rssMb'))],
  ]);
  table([
    ['median (longest) of 40, ms', 'nothing else to do', 'while it writes lists', 'ratio'],
    ...Object.entries(errands).map(([name, words]) => {
      const [idle, busy] = [figure(`${name} idle`), figure(`${name} busy`)];
      const longest = (when: string) => round(figure(`${name} ${when} max`));
      return [
        words,
        `${round(idle)} (${longest('idle')})`,
        `${round(busy)} (${longest('busy')})`,
        round(busy / idle),
      ];
    }),
  ]);
  const longest = Math.max(...Object.keys(errands).map((name) => figure(`${name} busy max`)));
  goal('longest wait while it writes lists, × one list', longest / figure('listMs'), { atMost: 1 });
}
