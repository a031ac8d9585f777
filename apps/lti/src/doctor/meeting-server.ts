import { probe, type Server, type Transport } from '@bluebridge/core';
import { message } from '@bluebridge/translations';
import type { Clock } from '../clock.ts';
import { bad, type Finding, good, mind } from './finding.ts';
import { probeWords } from './probe-words.ts';

/** Examines the meeting server: whether it answers, accepts the secret, and what it is. */
export async function examineMeetingServer(
  { endpoint, secret, dialect }: Server,
  transport: Transport,
  clock: Clock,
): Promise<readonly Finding[]> {
  const pasted = { endpointAsPasted: endpoint, secret };
  const result = await probe(pasted, { transport, now: () => clock.now() });
  if (!result.ok) {
    // Old servers work; their checksums are only weaker.
    const level = result.failure === 'algorithm_too_old' ? mind : bad;
    return [level(probeWords[result.failure])];
  }
  const { record } = result;
  const { version } = record;
  const findings = [
    version === undefined
      ? good(message('The meeting server answers and accepts the secret.'))
      : good(message('The meeting server answers and accepts the secret (version {version}).'), {
          version,
        }),
  ];
  if (record.endpoint !== endpoint) {
    const address = record.endpoint;
    findings.push(mind(message('It answers at {address}: set BBB_ENDPOINT to that.'), { address }));
  }
  if (record.dialect.name !== dialect.name) {
    findings.push(
      mind(message('It looks like BBB_DIALECT {found}, not {set}.'), {
        found: record.dialect.name,
        set: dialect.name,
      }),
    );
  }
  return findings;
}
