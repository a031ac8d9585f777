import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readConfig } from '../src/config.ts';
import { testKey } from './kit/databases.ts';

const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8');

/** Every setting that is read from the environment. */
const settings = [
  ...new Set(
    ['config', 'database-config', 'retention-config'].flatMap((file) =>
      Array.from(read(`../src/${file}.ts`).matchAll(/env, '(\w+)'/g), ([, name = '']) => name),
    ),
  ),
];

/** What the tool is given, as it is written. */
function environmentOf(compose: string): Record<string, string> {
  const block = /\n {2}tool:\n[^]*?\n {4}environment:\n([^]*?)\n {4}ports:/.exec(compose)?.[1];
  const lines = (block ?? '').matchAll(/^ {6}(\w+): (.*)$/gm);
  return Object.fromEntries(Array.from(lines, ([, name = '', text = '']) => [name, text]));
}

describe('the container', () => {
  it('is built with the pnpm and the Node of the repository', () => {
    const { packageManager, engines } = JSON.parse(read('../../../package.json')) as {
      packageManager: string;
      engines: { node: string };
    };
    const recipe = read('../Containerfile');
    expect(recipe).toContain(`npm install --global ${packageManager}\n`);
    const majors = [...recipe.matchAll(/^FROM docker\.io\/library\/node:(\d+)-slim/gm)];
    expect(majors.map(([, major]) => major)).toEqual(['24', '24']);
    expect(engines.node).toMatch(/^>=24\./);
  });

  it('is started with settings the tool takes, and is told none it does not know', () => {
    const fromFile: Record<string, string> = {
      LTI_BASE_URL: 'https://rooms.example',
      LTI_ENCRYPTION_KEY: testKey,
      POSTGRES_PASSWORD: 'letters1',
      BBB_ENDPOINT: 'https://bbb.example/bigbluebutton/',
      BBB_SECRET: 'secret',
    };
    const env: Record<string, string> = { LTI_HOST: '0.0.0.0' };
    for (const [name, text] of Object.entries(environmentOf(read('../compose.yaml')))) {
      env[name] = text.replace(
        /\$\{(\w+)(?::-([^}]*)|:\?[^}]*)?\}/g,
        (_all, variable: string, usual?: string) => fromFile[variable] ?? usual ?? '',
      );
    }
    const config = readConfig(env);
    expect(config.database).toBe('postgresql://lti:letters1@database:5432/lti');
    expect(config.trustedProxies.check('172.18.0.1')).toBe(true);
    expect(Object.keys(env).filter((name) => !settings.includes(name))).toEqual([]);
    // The image listens where it listens, and has no files of its own.
    const leftOut = ['LTI_PORT', 'LTI_DATABASE', 'LTI_PLATFORMS'];
    expect(settings.filter((name) => !(name in env)).toSorted()).toEqual(leftOut.toSorted());
  });

  it('takes every setting from a file, but for those that belong to the container', () => {
    const { DATABASE_URL: _fixed, ...passed } = environmentOf(read('../compose.yaml'));
    for (const [name, text] of Object.entries(passed))
      expect(text).toMatch(new RegExp(`^\\$\\{${name}:[-?]`));
  });

  it('has all its settings described for administrators', () => {
    const described = read('../../../docs/admin/lti.md');
    expect(settings.filter((name) => !described.includes(`\`${name}\``))).toEqual([]);
    const operating = read('../../../docs/admin/lti-operations.md');
    const passed = Object.keys(environmentOf(read('../compose.yaml')));
    const named = passed.filter((name) => name !== 'DATABASE_URL');
    expect(named.filter((name) => !operating.includes(`\`${name}\``))).toEqual([]);
  });
});
