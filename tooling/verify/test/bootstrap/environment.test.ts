import { describe, expect, it } from 'vitest';
import { npmEnvironment, toolEnvironment } from '../../../bootstrap/environment.mjs';

const underNpm = {
  PATH: '/usr/bin',
  HOME: '/home/ada',
  NODE: '/usr/bin/node',
  INIT_CWD: '/somewhere',
  npm_node_execpath: '/usr/bin/node',
  npm_package_name: 'bluebridge',
  npm_config_loglevel: 'silent',
  npm_config_registry: 'https://registry.example.org/',
  npm_config_local_prefix: '/somewhere',
};

describe('the environment of a tool', () => {
  it('starts its PATH with the given folders', () => {
    expect(toolEnvironment(underNpm, ['/a', '/b'])['PATH']).toBe('/a:/b:/usr/bin');
  });

  it('keeps nothing of npm but the way to the registry', () => {
    const env = toolEnvironment(underNpm, []);
    expect(Object.keys(env).toSorted()).toEqual([
      'DO_NOT_TRACK',
      'HOME',
      'PATH',
      'TURBO_TELEMETRY_DISABLED',
      'npm_config_registry',
    ]);
  });
});

describe('the environment of npm itself', () => {
  it('keeps its settings without those of the running script', () => {
    const env = npmEnvironment(underNpm);
    expect(env).toHaveProperty('npm_config_registry');
    expect(env).not.toHaveProperty('npm_package_name');
    expect(env).not.toHaveProperty('npm_config_local_prefix');
  });
});
