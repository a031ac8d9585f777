import { weightOf } from '../../../../apps/nextcloud/test/weigh.ts';
import { goal, section, table } from '../report.ts';

/** What loads where, and what it may weigh: bytes as they are, or with gzip, in thousands. */
const entries = [
  { entry: 'files32', where: 'list of files, Nextcloud 32', at: 'raw', atMost: 8 },
  { entry: 'files33', where: 'list of files, Nextcloud 33 and later', at: 'raw', atMost: 8 },
  { entry: 'reference', where: 'link previews, in other apps', at: 'raw', atMost: 8 },
  { entry: 'guest', where: 'page of guests', at: 'gzip', atMost: 130 },
  { entry: 'admin', where: 'settings of administrators', at: 'gzip', atMost: 240 },
  { entry: 'main', where: 'the app', at: 'gzip', atMost: 240 },
] as const;

/** What the Nextcloud app, as it was built, makes browsers load at first. */
export async function nextcloudWeightSection(): Promise<void> {
  section('What browsers load of the Nextcloud app', [
    'Scripts and styles at first load; dashboard, search and contacts load nothing of it, which a test holds.',
  ]);
  const found = entries.map((each) => ({ ...each, weight: weightOf(each.entry) }));
  table([
    ['where', 'bytes', 'gzip'],
    ...found.map(({ where, weight }) => [where, weight.raw, weight.gzip]),
  ]);
  for (const { where, at, atMost, weight } of found) {
    goal(`${where}, kB${at === 'gzip' ? ' with gzip' : ''}`, weight[at] / 1000, { atMost });
  }
}
