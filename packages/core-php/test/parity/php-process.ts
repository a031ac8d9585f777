import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';

const script = join(import.meta.dirname, '../../tests/Parity/serve.php');

/** The core in PHP: one process that answers a line of JSON with a line of JSON. */
export class PhpProcess {
  readonly #child: ChildProcessByStdio<Writable, Readable, Readable>;
  readonly #waiting: PromiseWithResolvers<unknown>[] = [];
  #complaint = '';

  constructor() {
    const settings = ['-d', 'display_errors=stderr', '-d', 'error_reporting=-1'];
    this.#child = spawn('php', [...settings, script], { stdio: ['pipe', 'pipe', 'pipe'] });
    this.#child.stderr.on('data', (chunk: Buffer) => (this.#complaint += chunk.toString()));
    this.#child.on('error', (error) => this.#giveUp(error.message));
    this.#child.on('close', () => this.#giveUp(this.#complaint || 'PHP ended.'));
    createInterface({ input: this.#child.stdout }).on('line', (line) => {
      this.#waiting.shift()?.resolve(JSON.parse(line));
    });
  }

  /** Asks one question. Rejects with what PHP complained about when it ends without an answer. */
  ask(question: object): Promise<unknown> {
    const answer = Promise.withResolvers<unknown>();
    this.#waiting.push(answer);
    this.#child.stdin.write(`${JSON.stringify(question)}\n`);
    return answer.promise;
  }

  /** Ends PHP. Rejects with what it complained about: warnings and notices that no answer shows. */
  async end(): Promise<void> {
    const closed = new Promise((resolve) => this.#child.once('close', resolve));
    this.#child.stdin.end();
    await closed;
    if (this.#complaint !== '') throw new Error(this.#complaint);
  }

  #giveUp(reason: string): void {
    for (const { reject } of this.#waiting.splice(0)) reject(new Error(reason));
  }
}
