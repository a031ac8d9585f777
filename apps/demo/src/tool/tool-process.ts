import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Started } from '../cleanup.ts';
import { StartError } from '../config.ts';
import { parseLogLine, type BbbCallLine } from './log-line.ts';

export interface ToolOptions {
  /** Path of the program, run by this Node. */
  script: string;
  /** Settings added to this process's environment; undefined removes a variable. */
  env: Record<string, string | undefined>;
  startTimeoutMs: number;
  onCall: (line: BbbCallLine) => void;
  /** Called once if the running tool stops without being asked to, with a sentence that says so. */
  onUnexpectedStop: (sentence: string) => void;
}

export interface ToolProcess extends Started {
  /** The address the tool listens on; a StartError with its last words if it never does. */
  listening: Promise<string>;
  abandon(): void;
}

const STOP_TIMEOUT_MS = 3000;
/** Ctrl-C reaches the tool too, sometimes first: our own handler gets this long to speak up. */
const SETTLE_MS = 150;

/** Starts the LTI tool as a child process and listens to its log. */
export function startTool(options: ToolOptions): ToolProcess {
  const child = spawn(process.execPath, ['--conditions=@bluebridge/source', options.script], {
    env: { ...process.env, ...options.env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const lastWords = keepLastLines(child.stderr);
  let phase: 'starting' | 'running' | 'stopping' = 'starting';

  const listening = new Promise<string>((resolve, reject) => {
    const tooLate = setTimeout(() => {
      const seconds = Math.ceil(options.startTimeoutMs / 1000);
      reject(new StartError(`The LTI tool did not start within ${seconds} s.${lastWords()}`));
    }, options.startTimeoutMs);
    createInterface({ input: child.stdout }).on('line', (text) => {
      const line = parseLogLine(text);
      if (line?.event === 'bbb_call') options.onCall(line);
      if (line?.event !== 'listening' || phase !== 'starting') return;
      clearTimeout(tooLate);
      phase = 'running';
      resolve(line.url);
    });
    child.once('error', (error) => {
      clearTimeout(tooLate);
      reject(new StartError(`The LTI tool could not be started: ${error.message}.`));
    });
    // "close" comes when the output was read to its end; "exit" may come before.
    child.once('close', (code, signal) => {
      clearTimeout(tooLate);
      const how = signal ?? `exit code ${code}`;
      const sentence = `The LTI tool stopped unexpectedly (${how}).${lastWords()}`;
      reject(new StartError(sentence));
      setTimeout(() => {
        if (phase === 'running') options.onUnexpectedStop(sentence);
      }, SETTLE_MS);
    });
  });

  return {
    listening,
    async stop() {
      phase = 'stopping';
      if (hasEnded(child)) return;
      const gone = once(child, 'exit');
      const impatience = setTimeout(() => child.kill('SIGKILL'), STOP_TIMEOUT_MS);
      child.kill('SIGTERM');
      await gone;
      clearTimeout(impatience);
    },
    abandon: () => void child.kill('SIGKILL'),
  };
}

function hasEnded(child: ChildProcess): boolean {
  return child.pid === undefined || child.exitCode !== null || child.signalCode !== null;
}

/** Keeps the last dozen lines a process complains with, ready to be put into a sentence. */
function keepLastLines(stream: NodeJS.ReadableStream): () => string {
  const lines: string[] = [];
  createInterface({ input: stream }).on('line', (line) => {
    lines.push(line);
    if (lines.length > 12) lines.shift();
  });
  return () => (lines.length === 0 ? '' : ` Its last words:\n  ${lines.join('\n  ')}`);
}
