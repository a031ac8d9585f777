import { describe, expect, it } from 'vitest';
import { readEvent } from '../../src/turbo/read-event.ts';
import { readRunSummary } from '../../src/turbo/run-summary.ts';

const line = (source: string, level: string, text: string) =>
  JSON.stringify({ source, level, timestamp: 1, text });

describe('a line of turbo', () => {
  it('tells that a task starts without a cached result', () => {
    const text = 'cache miss, executing be87dfa4df164079';
    expect(readEvent(line('@bluebridge/core#build', 'stdout', text))).toEqual({
      kind: 'started',
      taskId: '@bluebridge/core#build',
    });
  });

  it('tells where the summary is', () => {
    expect(readEvent(line('turbo', 'info', 'Summary:    /repo/.turbo/runs/1.json'))).toEqual({
      kind: 'summary',
      path: '/repo/.turbo/runs/1.json',
    });
  });

  it.each([
    line('@bluebridge/core#test', 'stdout', 'cache hit, replaying logs 983a2a91cece7c80'),
    line('@bluebridge/core#test', 'stdout', 'Summary:    /from/a/task.json'),
    'no JSON at all',
    '{}',
  ])('is ignored when it says %s', (text) => {
    expect(readEvent(text)).toEqual({ kind: 'other' });
  });
});

describe('the summary of turbo', () => {
  const task = (taskId: string, more: object) => ({
    taskId,
    command: 'vitest run',
    logFile: 'a.log',
    cache: { status: 'MISS' },
    execution: { startTime: 1000, endTime: 3500, exitCode: 0 },
    ...more,
  });
  const read = (...tasks: object[]) => readRunSummary(JSON.stringify({ tasks }));

  it('gives exit code, duration and whether the result was cached', () => {
    const outcomes = read(task('a#test', {}), task('b#test', { cache: { status: 'HIT' } }));
    expect(outcomes.get('a#test')).toMatchObject({ exitCode: 0, cached: false, seconds: 2.5 });
    expect(outcomes.get('b#test')).toMatchObject({ cached: true });
  });

  it('knows a task whose output turbo does not keep', () => {
    expect(read(task('a#vendor', { logFile: undefined })).get('a#vendor')).toEqual({
      exitCode: 0,
      cached: false,
      seconds: 2.5,
    });
  });

  it('takes a task that was killed for a failure', () => {
    const execution = { startTime: 1, endTime: 2, exitCode: null, error: 'killed by signal' };
    expect(read(task('a#test', { execution })).get('a#test')?.exitCode).toBe(1);
  });

  it('leaves out what did not run', () => {
    const outcomes = read(
      task('a#build', { command: '<NONEXISTENT>' }),
      task('b#build', { execution: null }),
    );
    expect(outcomes.size).toBe(0);
  });

  it('is never read from something else', () => {
    expect(() => readRunSummary('{"tasks": 3}')).toThrow('expected array');
  });
});
