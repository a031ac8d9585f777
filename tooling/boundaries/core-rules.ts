import type { IForbiddenRuleType } from 'dependency-cruiser';

// Each folder of the core with those it may import. Read downwards: what stands above may use
// what stands below, and everything may use errors.
const layers: Readonly<Record<string, readonly string[]>> = {
  callbacks: ['signing', 'errors'],
  client: ['request', 'response', 'validation', 'signing', 'dialects', 'catalogue', 'errors'],
  request: ['validation', 'signing', 'dialects', 'catalogue', 'errors'],
  response: ['validation', 'signing', 'dialects', 'catalogue', 'errors'],
  rooms: ['dialects', 'catalogue', 'errors'],
  validation: ['dialects', 'catalogue', 'errors'],
  signing: ['catalogue', 'errors'],
  dialects: ['catalogue', 'errors'],
  catalogue: ['errors'],
  errors: [],
};

const tests = '\\.test\\.ts$';

/** The arrows inside packages/core, and from it to the outside. */
export const coreRules: readonly IForbiddenRuleType[] = [
  ...Object.entries(layers).map(([folder, allowed]): IForbiddenRuleType => ({
    name: `core-${folder}-arrows`,
    comment:
      allowed.length === 0
        ? `core/${folder} stands on its own.`
        : `core/${folder} imports only ${allowed.join(', ')}.`,
    severity: 'error',
    from: { path: `^packages/core/src/${folder}/`, pathNot: tests },
    to: {
      path: '^packages/core/src/',
      pathNot: `^packages/core/src/(${[folder, ...allowed].join('|')})/`,
    },
  })),
  {
    name: 'core-has-no-other-folders',
    comment: 'A new folder of the core needs its arrows in tooling/boundaries/core-rules.ts.',
    severity: 'error',
    from: { path: '^packages/core/src/' },
    to: {
      path: '^packages/core/src/[^/]+/',
      pathNot: `^packages/core/src/(${Object.keys(layers).join('|')})/`,
    },
  },
  {
    name: 'core-knows-no-neighbour',
    comment: 'The core stands below everything else of ours.',
    severity: 'error',
    from: { path: '^packages/core/src/', pathNot: tests },
    to: { path: '^(packages|apps|tooling)/', pathNot: '^packages/core/' },
  },
  {
    name: 'core-uses-few-libraries',
    comment: 'The core needs zod and an XML parser; each further dependency is one for every host.',
    severity: 'error',
    from: { path: '^packages/core/src/', pathNot: tests },
    to: { path: 'node_modules/', pathNot: 'node_modules/(zod|fast-xml-parser|saxes|xmlchars)/' },
  },
  {
    name: 'core-keeps-off-node',
    comment: 'Hashing and sending may use Node; everything else of the core runs anywhere.',
    severity: 'error',
    from: {
      path: '^packages/core/src/',
      pathNot: `${tests}|^packages/core/src/(signing|client|callbacks)/`,
    },
    to: { dependencyTypes: ['core'] },
  },
];
