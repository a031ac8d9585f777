import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readConfig } from '../src/config.ts';
import { testKey } from './kit/databases.ts';

const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8');

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
    const environment = /\n {2}tool:\n[^]*?\n {4}environment:\n([^]*?)\n {4}ports:/.exec(
      read('../compose.yaml'),
    )?.[1];
    const lines = [...(environment ?? '').matchAll(/^ {6}(\w+): (.*)$/gm)];
    const fromFile: Record<string, string> = {
      LTI_BASE_URL: 'https://rooms.example',
      LTI_ENCRYPTION_KEY: testKey,
      POSTGRES_PASSWORD: 'letters1',
      BBB_ENDPOINT: 'https://bbb.example/bigbluebutton/',
      BBB_SECRET: 'secret',
    };
    const env: Record<string, string> = { LTI_HOST: '0.0.0.0' };
    for (const [, name = '', text = ''] of lines) {
      env[name] = text.replace(
        /\$\{(\w+)(?::-([^}]*)|:\?[^}]*)?\}/g,
        (_all, variable: string, usual?: string) => fromFile[variable] ?? usual ?? '',
      );
    }
    const config = readConfig(env);
    expect(config.database).toBe('postgresql://lti:letters1@database:5432/lti');
    expect(config.trustedProxies.check('172.18.0.1')).toBe(true);
    const known = ['config.ts', 'database-config.ts'].map((file) => read(`../src/${file}`)).join();
    expect(Object.keys(env).filter((name) => !known.includes(`'${name}'`))).toEqual([]);
  });
});
