import { describe, expect, it } from 'vitest';
import { createCleanup } from './cleanup.ts';

function recorder(): {
  log: string[];
  step: (name: string) => { stop(): Promise<void>; abandon(): void };
} {
  const log: string[] = [];
  return {
    log,
    step: (name) => ({
      stop: async () => void log.push(`stop ${name}`),
      abandon: () => void log.push(`abandon ${name}`),
    }),
  };
}

describe('createCleanup', () => {
  it('stops the last started first, and only once', async () => {
    const { log, step } = recorder();
    const cleanup = createCleanup();
    cleanup.add(step('web'));
    cleanup.add(step('tool'));
    await Promise.all([cleanup.run(), cleanup.run()]);
    expect(log).toEqual(['stop tool', 'stop web']);
  });

  it('stops what is started while everything else is already being stopped', async () => {
    const { log, step } = recorder();
    const cleanup = createCleanup();
    const end = cleanup.run();
    cleanup.add(step('late tool'));
    await end;
    await cleanup.run();
    expect(log).toEqual(['stop late tool']);
  });

  it('abandons only what is still running', async () => {
    const { log, step } = recorder();
    const cleanup = createCleanup();
    cleanup.add(step('tool'));
    await cleanup.run();
    cleanup.abandon();
    expect(log).toEqual(['stop tool']);
  });
});
