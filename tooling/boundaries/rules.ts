import { builtinModules } from 'node:module';
import type { IForbiddenRuleType } from 'dependency-cruiser';
import { coreRules } from './core-rules.ts';

const tests = '\\.test\\.ts$|^[^/]+/[^/]+/test/|vitest\\.config\\.ts$';
const members = '^(packages|apps|tooling)/[^/]+/';
const buildCode = '^packages/translations/src/(build|compile-po|(wordpress|nextcloud)/.+)\\.ts$';
const browserCode =
  '^packages/browser/src/|^apps/[^/]+/src/client/|^apps/(wordpress|nextcloud)/src/|^packages/[^/]+/src/page/client/';

/** The allowed arrows of docs/architecture.md, each as the imports it forbids. */
export const rules: readonly IForbiddenRuleType[] = [
  {
    name: 'no-cycles',
    comment: 'Files that import each other cannot be read one after the other.',
    severity: 'error',
    from: {},
    to: { circular: true },
  },
  {
    name: 'no-unresolved-imports',
    comment: 'An import that leads nowhere hides from every other rule.',
    severity: 'error',
    from: {},
    // WordPress itself brings its packages to the browser.
    to: { couldNotResolve: true, pathNot: '^@wordpress/' },
  },
  {
    name: 'no-app-to-app',
    comment: 'Apps do not know each other; what two of them need belongs in a package.',
    severity: 'error',
    from: { path: '^apps/([^/]+)/' },
    to: { path: '^apps/', pathNot: '^apps/$1/' },
  },
  {
    name: 'no-package-to-app',
    comment: 'Packages serve every app and know none.',
    severity: 'error',
    from: { path: '^packages/' },
    to: { path: '^apps/' },
  },
  {
    name: 'no-tooling-in-products',
    comment: 'Only test configuration uses tooling; what ships does not.',
    severity: 'error',
    from: { path: '^(packages|apps)/', pathNot: 'vitest\\.config\\.ts$' },
    to: { path: '^tooling/' },
  },
  {
    name: 'no-way-around-exports',
    comment: 'Another package is imported by its name, through what it exports.',
    severity: 'error',
    from: { path: '^(packages|apps)/([^/]+)/' },
    to: {
      path: '^(packages|apps)/',
      pathNot: '^$1/$2/',
      dependencyTypes: ['local'],
      dependencyTypesNot: ['aliased-workspace', 'npm', 'npm-dev'],
    },
  },
  {
    name: 'no-tests-in-sources',
    comment: 'Code that runs for people does not depend on code that tests it.',
    severity: 'error',
    from: {
      path: `${members}src/`,
      pathNot: `${tests}|^packages/conformance/|^tooling/(bench|nextcloud-sites)/`,
    },
    to: { path: `${tests}|^packages/conformance/|^tooling/e2e/` },
  },
  {
    name: 'no-simulator-in-sources',
    comment: 'Only tests, the demo and the command line start the simulator.',
    severity: 'error',
    from: {
      path: `${members}src/`,
      pathNot: `${tests}|^apps/(demo|cli)/|^packages/simulator/|^tooling/`,
    },
    to: { path: '^packages/simulator/' },
  },
  {
    name: 'no-undeclared-dependencies',
    comment: 'Sources import only what their package.json names under dependencies.',
    severity: 'error',
    from: {
      path: '^(packages|apps)/[^/]+/src/',
      pathNot: `${tests}|${buildCode}|^packages/conformance/`,
    },
    to: {
      pathNot: '@wordpress/|^react',
      dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'],
      dependencyTypesNot: ['type-only', 'npm'],
    },
  },
  {
    name: 'simulator-is-independent',
    comment:
      'A witness shares no code with what it checks: of the core only catalogue and dialects.',
    severity: 'error',
    from: { path: '^packages/simulator/', pathNot: tests },
    to: { path: '^packages/core/', pathNot: '^packages/core/src/(catalogue|dialects)/' },
  },
  {
    name: 'conformance-knows-only-the-core',
    comment: 'The vectors judge the core; nothing else of ours may stand between them.',
    severity: 'error',
    from: { path: '^packages/conformance/' },
    to: { path: '^(packages|apps)/', pathNot: '^packages/(conformance|core)/' },
  },
  {
    name: 'browser-never-signs',
    comment: 'What reaches a browser contains neither the signer, the client nor anything of Node.',
    severity: 'error',
    from: { path: browserCode, pathNot: tests },
    to: {
      reachable: true,
      path: [
        '^packages/core/src/(signing|request|response|client|validation)/',
        'node_modules/(zod|hono|@hono|jose|kysely|pg)/',
        `^(node:.+|${builtinModules.join('|')})$`,
      ],
    },
  },
  {
    name: 'browser-knows-only-browser-code',
    comment:
      'Browser code uses the browser package, translations and the data of rooms and errors.',
    severity: 'error',
    from: { path: browserCode, pathNot: tests },
    to: {
      path: '^(packages|apps)/',
      pathNot: `${browserCode}|^packages/translations/src/|^packages/core/src/(rooms|errors)/`,
      dependencyTypesNot: ['type-only'],
    },
  },
  ...coreRules,
];
