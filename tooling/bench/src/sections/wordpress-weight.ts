import { goal, section, table } from '../report.ts';
import { type PageWeight, weighPage } from '../wordpress/page-weight.ts';
import { type Kind, kinds, names, withSchools } from '../wordpress/schools.ts';

interface Found {
  readonly kind: Kind;
  readonly path: Path;
  readonly figures: PageWeight;
}

type Path = keyof typeof pages;

const pages = { '/plain/': 'without a room', '/room/': 'with a room' } as const;
const paths: readonly Path[] = ['/plain/', '/room/'];

/** What a plugin for rooms makes visitors load, on pages with a room and on all others. */
export async function wordpressWeightSection(): Promise<void> {
  const server = { endpoint: 'http://127.0.0.1:9/bigbluebutton/', secret: 'nobody-is-there' };
  await withSchools(kinds, server, async (schools) => {
    section('Pages of a WordPress, as visitors without an account get them', [
      'Scripts and styles that the page names or holds, compressed one by one; pictures and fonts are left out.',
    ]);
    const found: Found[] = [];
    for (const [kind, school] of schools) {
      for (const path of kind === 'none' ? paths.slice(0, 1) : paths) {
        found.push({ kind, path, figures: await weighPage(school, path) });
      }
    }
    const base = weight(found, 'none', '/plain/');
    const rows = found.map(({ kind, path, figures }) => {
      return [
        names[kind],
        pages[path],
        figures.requests,
        figures.bytes,
        figures.gzipped,
        `${figures.requests - base.requests} / ${figures.gzipped - base.gzipped}`,
        figures.ofPlugins,
        figures.hasJquery ? 'yes' : 'no',
      ];
    });
    table([
      [
        'plugin',
        'page',
        'requests',
        'bytes',
        'gzip',
        'more: requests / gzip',
        'own files, gzip',
        'jQuery',
      ],
      ...rows,
    ]);
    const ours = (path: Path) => weight(found, 'bluebridge', path);
    goal('requests more on a page without a room', ours('/plain/').requests - base.requests, {
      atMost: 0,
    });
    goal('bytes more on a page without a room', ours('/plain/').bytes - base.bytes, { atMost: 0 });
    const more = ours('/room/').gzipped - base.gzipped;
    goal('script and style more on a page with a room, kB', more / 1024, { atMost: 6 });
  });
}

function weight(found: readonly Found[], kind: Kind, path: Path): PageWeight {
  const one = found.find((each) => each.kind === kind && each.path === path);
  if (one === undefined) throw new Error(`nothing was measured of ${kind} ${path}`);
  return one.figures;
}
