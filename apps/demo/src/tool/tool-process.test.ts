import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import type { BbbCallLine } from './log-line.ts';
import { startTool, type ToolProcess } from './tool-process.ts';

const script = fileURLToPath(new URL('../../test/fixtures/fake-tool.ts', import.meta.url));
const running: ToolProcess[] = [];

function start(
  behaviour: string,
  more: Partial<Parameters<typeof startTool>[0]> = {},
): ToolProcess {
  const tool = startTool({
    script,
    env: { FAKE_TOOL: behaviour },
    startTimeoutMs: 15_000,
    onCall: () => undefined,
    onUnexpectedStop: () => undefined,
    ...more,
  });
  running.push(tool);
  return tool;
}

afterEach(async () => {
  await Promise.all(running.splice(0).map((tool) => tool.stop()));
});

describe('startTool', () => {
  it('gives the address the tool says it listens on, and stops it on demand', async () => {
    const tool = start('works');
    const url = await tool.listening;
    expect((await fetch(url)).ok).toBe(true);
    await tool.stop();
    await expect(fetch(url)).rejects.toThrow('fetch failed');
  });

  it('passes on each call the tool logs', async () => {
    const { promise, resolve } = Promise.withResolvers<BbbCallLine>();
    const tool = start('works', { onCall: resolve });
    await fetch(await tool.listening);
    expect(await promise).toMatchObject({ call: 'create', outcome: 'SUCCESS', ms: 12 });
  });

  it('quotes the last words of a tool that refuses to start', async () => {
    await expect(start('dies').listening).rejects.toThrow(
      /stopped unexpectedly \(exit code 78\).*\n\s+LTI_DATABASE cannot be opened\./,
    );
  });

  it('gives up on a tool that never listens', async () => {
    await expect(start('silent', { startTimeoutMs: 300 }).listening).rejects.toThrow(
      'did not start within 1 s.',
    );
  });

  it('says so when a running tool dies', async () => {
    const { promise, resolve } = Promise.withResolvers<string>();
    const tool = start('works', { onUnexpectedStop: resolve });
    const url = await tool.listening;
    await expect(fetch(`${url}/crash`)).rejects.toThrow('fetch failed');
    expect(await promise).toContain('stopped unexpectedly (exit code 3)');
  });

  it('says nothing when it was asked to stop', async () => {
    const complaints: string[] = [];
    const tool = start('works', { onUnexpectedStop: (sentence) => complaints.push(sentence) });
    await tool.listening;
    await tool.stop();
    await tool.stop();
    expect(complaints).toEqual([]);
  });

  it('does not start a program that is not there', async () => {
    const tool = start('works', { script: `${script}.missing` });
    await expect(tool.listening).rejects.toThrow('stopped unexpectedly (exit code 1)');
  });
});
