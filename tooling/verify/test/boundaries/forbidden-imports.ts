/** One import of a small made-up source tree. */
export interface PlainImport {
  readonly from: string;
  /** The file it leads to; for a library its package name. */
  readonly to: string;
  /** What stands in the import; by default the way from one file to the other. */
  readonly specifier?: string;
  /** Whether the package names the library among its dependencies. */
  readonly declared?: boolean;
}

/** One import that breaks one rule. */
export interface ForbiddenImport extends PlainImport {
  readonly rule: string;
}

const core = 'packages/core/src';

/** For each rule an import that it must report. */
export const forbiddenImports: readonly ForbiddenImport[] = [
  { rule: 'no-cycles', from: 'apps/a/src/one.ts', to: 'apps/a/src/two.ts' },
  { rule: 'no-unresolved-imports', from: 'apps/a/src/lost.ts', to: '', specifier: './nowhere.ts' },
  { rule: 'no-app-to-app', from: 'apps/a/src/foreign.ts', to: 'apps/b/src/main.ts' },
  { rule: 'no-package-to-app', from: 'packages/p/src/up.ts', to: 'apps/a/src/main.ts' },
  { rule: 'no-tooling-in-products', from: 'apps/a/src/tools.ts', to: 'tooling/t/src/tool.ts' },
  { rule: 'no-way-around-exports', from: 'apps/a/src/deep.ts', to: 'packages/p/src/inner.ts' },
  {
    rule: 'no-tests-in-sources',
    from: 'packages/p/src/uses-test.ts',
    to: 'packages/p/src/p.test.ts',
  },
  {
    rule: 'no-tests-in-sources',
    from: 'packages/p/src/uses-vectors.ts',
    to: 'packages/conformance/src/load.ts',
  },
  {
    rule: 'no-simulator-in-sources',
    from: 'apps/a/src/simulated.ts',
    to: 'packages/simulator/src/index.ts',
  },
  {
    rule: 'no-undeclared-dependencies',
    from: 'packages/p/src/library.ts',
    to: 'jose',
    specifier: 'jose',
  },
  {
    rule: 'simulator-is-independent',
    from: 'packages/simulator/src/cheats.ts',
    to: `${core}/signing/sign.ts`,
  },
  {
    rule: 'conformance-knows-only-the-core',
    from: 'packages/conformance/src/run.ts',
    to: 'packages/p/src/inner.ts',
  },
  {
    rule: 'browser-never-signs',
    from: 'apps/a/src/client/signs.ts',
    to: `${core}/signing/sign.ts`,
  },
  {
    rule: 'browser-never-signs',
    from: 'apps/a/src/client/by-way-of.ts',
    to: 'apps/a/src/shared.ts',
  },
  {
    rule: 'browser-never-signs',
    from: 'apps/a/src/client/node.ts',
    to: 'node:crypto',
    specifier: 'node:crypto',
  },
  { rule: 'browser-never-signs', from: 'apps/a/src/client/zod.ts', to: 'zod', specifier: 'zod' },
  {
    rule: 'browser-knows-only-browser-code',
    from: 'packages/browser/src/server.ts',
    to: 'apps/a/src/main.ts',
  },
  { rule: 'core-client-arrows', from: `${core}/client/a.ts`, to: `${core}/rooms/room.ts` },
  { rule: 'core-callbacks-arrows', from: `${core}/callbacks/a.ts`, to: `${core}/client/client.ts` },
  { rule: 'core-request-arrows', from: `${core}/request/a.ts`, to: `${core}/response/read.ts` },
  { rule: 'core-response-arrows', from: `${core}/response/a.ts`, to: `${core}/client/client.ts` },
  { rule: 'core-rooms-arrows', from: `${core}/rooms/a.ts`, to: `${core}/signing/sign.ts` },
  {
    rule: 'core-validation-arrows',
    from: `${core}/validation/a.ts`,
    to: `${core}/client/client.ts`,
  },
  { rule: 'core-signing-arrows', from: `${core}/signing/a.ts`, to: `${core}/dialects/dialect.ts` },
  { rule: 'core-dialects-arrows', from: `${core}/dialects/a.ts`, to: `${core}/signing/sign.ts` },
  {
    rule: 'core-catalogue-arrows',
    from: `${core}/catalogue/a.ts`,
    to: `${core}/dialects/dialect.ts`,
  },
  { rule: 'core-errors-arrows', from: `${core}/errors/a.ts`, to: `${core}/rooms/room.ts` },
  { rule: 'core-has-no-other-folders', from: `${core}/index.ts`, to: `${core}/novelty/new.ts` },
  { rule: 'core-knows-no-neighbour', from: `${core}/rooms/b.ts`, to: 'packages/p/src/inner.ts' },
  { rule: 'core-uses-few-libraries', from: `${core}/client/b.ts`, to: 'jose', specifier: 'jose' },
  {
    rule: 'core-keeps-off-node',
    from: `${core}/rooms/c.ts`,
    to: 'node:fs',
    specifier: 'node:fs',
  },
];

/** The other halves of those above that take two imports. */
export const secondHalves: readonly PlainImport[] = [
  { from: 'apps/a/src/two.ts', to: 'apps/a/src/one.ts' },
  { from: 'apps/a/src/shared.ts', to: `${core}/client/client.ts` },
];

/** Imports that the rules must let pass. */
export const allowedImports: readonly PlainImport[] = [
  { from: 'apps/a/src/shared.ts', to: 'apps/a/src/relay.ts' },
  { from: 'apps/a/src/client/shows.ts', to: 'apps/a/src/client/element.ts' },
  { from: 'apps/a/test/shows.test.ts', to: 'apps/a/src/client/shows.ts' },
  { from: `${core}/client/c.ts`, to: `${core}/request/build.ts` },
  { from: `${core}/request/build.ts`, to: `${core}/signing/sign.ts` },
  { from: `${core}/signing/sign.ts`, to: 'node:crypto', specifier: 'node:crypto' },
  { from: `${core}/validation/b.ts`, to: 'zod', specifier: 'zod', declared: true },
  { from: 'packages/simulator/src/routes.ts', to: 'packages/simulator/src/index.ts' },
];
