import type { HashAlgorithm } from '../../signing/hash-algorithms.ts';
import type { Transport } from '../transport.ts';
import { asker } from './asker.ts';
import { type Findings, findCapabilities } from './capabilities.ts';
import { type ProbeFailure, probeFailures, type ProbeNextStep } from './failures.ts';
import { findEndpoint, takesWrongChecksum } from './find-endpoint.ts';
import { type ProbeInput, readPasted } from './pasted.ts';

/** What a server can do, as found at one moment; without any secret. */
export interface CapabilityRecord extends Findings {
  /** Epoch ms. */
  readonly probedAt: number;
  /** As `serverFrom` takes it, ending in `/`. */
  readonly endpoint: string;
  readonly hashAlgorithm: HashAlgorithm;
}

export type ProbeResult =
  | { readonly ok: true; readonly record: CapabilityRecord; readonly callsMade: number }
  | {
      readonly ok: false;
      readonly failure: ProbeFailure;
      readonly nextStep: ProbeNextStep;
      /** There for `algorithm_too_old`: a host may decide to go on all the same. */
      readonly record?: CapabilityRecord;
      readonly callsMade: number;
    };

export interface ProbeOptions {
  readonly transport: Transport;
  /** Epoch ms. */
  readonly now: () => number;
  /** Patience for one request, in ms. Default 8 s. */
  readonly timeoutMs?: number;
  /** Whether a server that accepts sha1 only is good enough. Default false. */
  readonly allowSha1?: boolean;
}

/**
 * Finds out which server stands behind what somebody pasted: its endpoint, the best checksum it
 * accepts (sha256, then sha512, sha384, sha1), whether it looks at checksums at all, and its calls.
 *
 * It reads, or names meetings and recordings that do not exist; it never creates anything, sends
 * at most 12 requests, all to the pasted host, and never the secret. It throws nothing: each way
 * to fail has its own word and next step.
 */
export async function probe(input: ProbeInput, options: ProbeOptions): Promise<ProbeResult> {
  const pasted = readPasted(input);
  if (typeof pasted === 'string') return failed(pasted, 0);
  const asking = asker(pasted.secret, options.transport, options.timeoutMs ?? 8_000);
  const found = await findEndpoint(pasted, asking);
  if (typeof found === 'string') return failed(found, asking.made);
  if (await takesWrongChecksum(found, asking)) return failed('checksum_not_checked', asking.made);
  const findings = await findCapabilities(found, asking);
  const record = { probedAt: options.now(), ...found, ...findings };
  if (found.hashAlgorithm === 'sha1' && options.allowSha1 !== true) {
    return { ...failed('algorithm_too_old', asking.made), record };
  }
  return { ok: true, record, callsMade: asking.made };
}

function failed(failure: ProbeFailure, callsMade: number): Extract<ProbeResult, { ok: false }> {
  return { ok: false, failure, nextStep: probeFailures[failure], callsMade };
}
