import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { interpretResponse, isBbbError, streamItems } from '@bluebridge/core';
import {
  type HostileBody,
  hostileBody,
} from '../../../../packages/conformance/src/hostile-body.ts';
import type { Cell } from '../figures.ts';
import { meetingReply, recordingsReply } from '../documents.ts';
import { cpuMs, median, peakMb } from '../measure.ts';

interface Given extends HostileBody {
  readonly call: 'getMeetings' | 'getRecordings';
  readonly status: number;
}

const folder = join(import.meta.dirname, '../../../../packages/conformance/vectors/hostile');

/** Names of the vectors; large bodies first, as each of those gets a process of its own. */
export function hostileNames(): {
  readonly large: readonly string[];
  readonly small: readonly string[];
} {
  const names = readdirSync(folder).toSorted();
  const isLarge = (name: string): boolean => hostileBody(given(name)).byteLength >= 50_000;
  return { large: names.filter(isLarge), small: names.filter((name) => !isLarge(name)) };
}

function given(name: string): Given {
  return (JSON.parse(readFileSync(join(folder, name), 'utf8')) as { given: Given }).given;
}

type Reader = (call: Given['call'], status: number, body: Uint8Array) => Promise<unknown>;

const whole: Reader = async (call, status, body) =>
  interpretResponse(call, { status, headers: {}, body });

const streamed: Reader = async (call, status, body) => {
  async function* parts(): AsyncGenerator<Uint8Array, void, undefined> {
    for (let at = 0; at < body.byteLength; at += 65_536) yield body.subarray(at, at + 65_536);
  }
  let items = 0;
  for await (const item of streamItems(call, parts(), { status })) items += item === null ? 0 : 1;
  return items;
};

/**
 * Runs vectors (one name, or all small ones) and gives the worst time, the peak of memory, and
 * the place of the slowest among those that were run.
 */
const cell =
  (read: Reader): Cell =>
  async (name) => {
    for (let round = 0; round < 20; round++) {
      await read('getMeetings', 200, meetingReply(20));
      await read('getRecordings', 200, Buffer.concat([...recordingsReply(20)]));
    }
    let worst = { ms: 0, mb: 0, slowest: 0 };
    const names = name === 'small' ? hostileNames().small : [name];
    for (const [place, each] of names.entries()) {
      const vector = given(each);
      const body = hostileBody(vector);
      const times: number[] = [];
      const mb = await peakMb(async () => {
        for (let run = 0; run < 3; run++) {
          const reading = () => read(vector.call, vector.status, body).catch(onlyBbbError);
          times.push(await cpuMs(reading));
        }
      });
      const ms = median(times);
      worst = {
        ms: Math.max(worst.ms, ms),
        mb: Math.max(worst.mb, mb),
        slowest: ms > worst.ms ? place : worst.slowest,
      };
    }
    return worst;
  };

function onlyBbbError(error: unknown): void {
  if (!isBbbError(error)) throw error;
}

export const hostileCells: Readonly<Record<string, Cell>> = {
  'hostile-whole': cell(whole),
  'hostile-streamed': cell(streamed),
};
