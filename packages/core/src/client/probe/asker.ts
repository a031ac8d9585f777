import type { CallName, ParamsOf } from '../../catalogue/types.ts';
import { dialects } from '../../dialects/index.ts';
import { buildRequest } from '../../request/build-request.ts';
import type { HashAlgorithm } from '../../signing/hash-algorithms.ts';
import type { Transport } from '../transport.ts';
import { type ProbeAnswer, sortFailure, sortResponse } from './answer.ts';

/** Most requests of one probe. */
const maxProbeCalls = 12;

/** Sends the requests of one probe and counts them. */
export interface Asker {
  /** Sends one call; answers nothing when all requests are used up. */
  ask<N extends CallName>(
    endpoint: string,
    name: N,
    params: ParamsOf<N>,
    algorithm: HashAlgorithm,
    checksum?: 'right' | 'wrong',
  ): Promise<ProbeAnswer | undefined>;
  /** How many requests were sent. */
  readonly made: number;
}

/** Makes the asker of one probe. The secret signs; it is never sent. */
export function asker(secret: string, transport: Transport, timeoutMs: number): Asker {
  let made = 0;
  return {
    get made() {
      return made;
    },
    async ask(endpoint, name, params, algorithm, checksum = 'right') {
      if (made >= maxProbeCalls) return undefined;
      made++;
      const { url: signed, ...request } = buildRequest(
        {
          endpoint,
          secret,
          // Of the family that has most calls: what is missing shall show in the answers.
          dialect: dialects.bigbluebutton,
          hashAlgorithm: algorithm,
          hooksHashAlgorithm: algorithm,
        },
        name,
        params,
      );
      const url = checksum === 'right' ? signed : withWrongChecksum(signed);
      try {
        const limit = AbortSignal.timeout(timeoutMs);
        return sortResponse(await transport.send({ ...request, url }, limit), url);
      } catch (error) {
        return sortFailure(error);
      }
    },
  };
}

/** Of the right length, so that nothing but a look at its digits tells it from the right one. */
function withWrongChecksum(url: string): string {
  return url.replace(/[0-9a-f]+$/, (digits) => '0'.repeat(digits.length));
}
