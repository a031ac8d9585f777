import { cpSync } from 'node:fs';
import { basename, join } from 'node:path';
import { env } from 'node:process';
import {
  createSite,
  findPort,
  hasMariaDb,
  madeRoom,
  type MariaDb,
  serveSite,
  type ServedSite,
  type Site,
  startMariaDb,
} from '../../../wordpress-sites/src/index.ts';

/** A WordPress with pages, and a plugin for rooms or none. */
export interface School {
  readonly site: Site;
  readonly served: ServedSite;
}

export type Kind = 'none' | 'bluebridge' | 'blindside';

/** A meeting server, as plugins are told of it. */
export interface MeetingServer {
  readonly endpoint: string;
  readonly secret: string;
}

/** Folder of Blindside's plugin, which no package registry has; without it its rows are left out. */
const peer = env['BENCH_BLINDSIDE'];

export const kinds: readonly Kind[] = [
  'none',
  'bluebridge',
  ...(peer === undefined ? [] : ['blindside' as const]),
];
export const names: Readonly<Record<Kind, string>> = {
  none: 'no plugin',
  bluebridge: 'Bluebridge',
  blindside: 'Blindside 3.0.0-beta.4',
};

const signals = ['SIGINT', 'SIGTERM'] as const;

const PAGE = (name: string, content: string) =>
  `wp_insert_post(['post_type' => 'page', 'post_status' => 'publish', 'post_title' => 'A page', 'post_name' => '${name}', 'post_content' => wp_slash(${content})]);`;

const PLAIN = PAGE(
  'plain',
  "'<!-- wp:paragraph --><p>Nothing but words.</p><!-- /wp:paragraph -->'",
);

const OURS = `${madeRoom}
  wp_set_current_user(1);
  ${PAGE('room', `"<!-- wp:bluebridge/room {\\"roomId\\":{$room}} /-->"`)}
  ${PAGE('recordings', `"<!-- wp:bluebridge/recordings {\\"roomId\\":{$room}} /-->"`)}
  echo $room;`;

const ACTIVATE_PEER = `
  require_once ABSPATH . 'wp-admin/includes/plugin.php';
  require_once ABSPATH . 'wp-admin/includes/user.php';
  echo json_encode(activate_plugin('bigbluebutton/bigbluebutton.php'));`;

const THEIRS = ({ endpoint, secret }: MeetingServer) => `
  update_option('bigbluebutton_url', '${endpoint}');
  update_option('bigbluebutton_salt', '${secret}');
  $room = wp_insert_post(['post_type' => 'bbb-room', 'post_title' => 'Physics', 'post_status' => 'publish']);
  foreach (['meeting-id' => sha1('physics'), 'token' => "z{$room}", 'recordable' => 'true', 'wait-for-moderator' => 'true', 'viewer-code' => 'viewer', 'moderator-code' => 'moderator'] as $name => $value) {
      update_post_meta($room, "bbb-room-{$name}", $value);
  }
  ${PAGE('room', '"[bigbluebutton token=z{$room}]"')}
  ${PAGE('recordings', '"[bigbluebutton type=recording token=z{$room}]"')}
  echo $room;`;

/** Opens a school of each kind, one after the other, for what is measured; closes them all. */
export async function withSchools(
  wanted: readonly Kind[],
  server: MeetingServer,
  measure: (schools: readonly (readonly [Kind, School])[], database: string) => Promise<void>,
): Promise<void> {
  const ending: (() => unknown)[] = [];
  const end = async () => {
    for (const step of ending.splice(0).toReversed()) await step();
  };
  // What was started would outlive a benchmark that somebody stops.
  const stop = () => void end().finally(() => process.exit(130));
  for (const signal of signals) process.once(signal, stop);
  try {
    const mariadb = hasMariaDb() ? await startMariaDb() : undefined;
    if (mariadb !== undefined) ending.push(mariadb.stop);
    const schools: (readonly [Kind, School])[] = [];
    for (const kind of wanted) {
      schools.push([kind, await openSchool(kind, server, mariadb, ending)]);
    }
    await measure(schools, mariadb === undefined ? 'SQLite' : 'MariaDB');
  } finally {
    for (const signal of signals) process.off(signal, stop);
    await end();
  }
}

async function openSchool(
  kind: Kind,
  server: MeetingServer,
  mariadb: MariaDb | undefined,
  ending: (() => unknown)[],
): Promise<School> {
  await mariadb?.create(kind);
  const site = await createSite({
    url: `http://127.0.0.1:${await findPort()}`,
    release: '6.7',
    database:
      mariadb === undefined
        ? { kind: 'sqlite' }
        : { kind: 'mariadb', socket: mariadb.socket, name: kind },
    isNetwork: false,
    ...(kind !== 'bluebridge' && { withoutPlugin: true }),
  });
  ending.push(site.remove);
  await site.evaluate(PLAIN);
  if (kind === 'bluebridge') {
    await site.activate();
    await site.evaluate(OURS);
  }
  if (kind === 'blindside' && peer !== undefined) {
    const folder = join(site.folder, 'wp-content/plugins', 'bigbluebutton');
    cpSync(peer, folder, { recursive: true, filter: (path) => basename(path) !== '.git' });
    await site.evaluate(ACTIVATE_PEER);
    await site.evaluate(THEIRS(server));
  }
  const served = await serveSite(site, {
    workers: 4,
    env: {
      BLUEBRIDGE_ENDPOINT: server.endpoint,
      BLUEBRIDGE_SECRET: server.secret,
      BLUEBRIDGE_CALLBACKS: 'no',
    },
  });
  ending.push(served.stop);
  return { site, served };
}

/** Asks for a page of a school, which must be there. */
export async function readPage({ site }: School, path: string): Promise<string> {
  const answer = await fetch(`${site.url}${path}`);
  const text = await answer.text();
  if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}`);
  return text;
}
