import { delimiter } from 'node:path';

// npm tells every script which Node and which folder it was started with; both may be wrong for
// what runs next. How to reach the registry stays true.
const kept = /^npm_config_(registry|proxy|https_proxy|noproxy|cafile|strict_ssl)$/i;

/**
 * Builds the environment for tools that replace npm: without npm's own variables and telemetry.
 * @param {NodeJS.ProcessEnv} env
 * @param {readonly string[]} folders put in front of the PATH
 * @returns {NodeJS.ProcessEnv}
 */
export function toolEnvironment(env, folders) {
  const clean = Object.fromEntries(
    Object.entries(env).filter(
      ([name]) =>
        (!/^npm_/i.test(name) || kept.test(name)) && name !== 'NODE' && name !== 'INIT_CWD',
    ),
  );
  return {
    ...clean,
    PATH: [...folders, ...(env['PATH'] === undefined ? [] : [env['PATH']])].join(delimiter),
    TURBO_TELEMETRY_DISABLED: '1',
    DO_NOT_TRACK: '1',
  };
}

/**
 * Builds the environment for npm itself: its settings without those of the script it runs.
 * @param {NodeJS.ProcessEnv} env
 * @returns {NodeJS.ProcessEnv}
 */
export function npmEnvironment(env) {
  return Object.fromEntries(
    Object.entries(env).filter(
      ([name]) => !/^npm_(package|lifecycle|command|config_(local_)?prefix$)/i.test(name),
    ),
  );
}
