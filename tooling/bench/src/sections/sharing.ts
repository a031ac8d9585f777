import { measure } from '../fresh-process.ts';
import { goal, section, table } from '../report.ts';

/** Many people wait for one meeting: how often the server is asked. */
export async function sharingSection(): Promise<void> {
  section('500 callers ask for the state of one meeting');
  const cells = ['sharing-core', 'sharing-bigbluebutton-js', 'sharing-bbb-promise'] as const;
  const requests = new Map<string, number>();
  for (const cell of cells) {
    requests.set(cell, (await measure(cell))['requests'] ?? Number.NaN);
  }
  table([['client', 'requests'], ...requests]);
  goal('requests within the cache time', requests.get('sharing-core') ?? Number.NaN, { atMost: 1 });
}
