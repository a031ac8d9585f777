import type { HashAlgorithm } from '../../signing/hash-algorithms.ts';
import type { ProbeAnswer } from './answer.ts';
import type { Asker } from './asker.ts';
import type { ProbeFailure } from './failures.ts';
import type { Pasted } from './pasted.ts';

/** An id no host gives to a meeting. */
export const noMeeting = 'bluebridge-probe-no-such-meeting';

/**
 * The first one that is accepted is the best. sha256 stands before the longer ones: as a checksum
 * it is as safe as they are, and it is the only one that every known server, balancer and hooks
 * service accepts, so it stays right when one of them is changed. sha1 is the last resort.
 */
const algorithms: readonly HashAlgorithm[] = ['sha256', 'sha512', 'sha384', 'sha1'];

/** An endpoint that answered, and the best checksum it accepts. */
export interface FoundEndpoint {
  readonly endpoint: string;
  readonly hashAlgorithm: HashAlgorithm;
}

type Reply = Extract<ProbeAnswer, { kind: 'reply' }>;

/** The more a failure tells, the earlier it stands: the best of several paths is reported. */
const tellingFirst: readonly ProbeFailure[] = [
  'forbidden',
  'server_busy',
  'redirected_elsewhere',
  'not_bigbluebutton',
  'api_not_found',
];

/**
 * Finds the endpoint among what was pasted, and the best checksum it accepts (`algorithms`). It asks whether a
 * meeting runs that does not exist: that changes nothing anywhere.
 */
export async function findEndpoint(
  pasted: Pasted,
  asker: Asker,
): Promise<FoundEndpoint | ProbeFailure> {
  const [first = '', second] = pasted.origins;
  const found = await tryPaths(first, pasted.paths, asker);
  const isSilent = found === 'unreachable' || found === 'tls_missing';
  if (isSilent && second !== undefined) {
    const other = await tryPaths(second, pasted.paths, asker);
    // A server is there, but not to be trusted: that tells more than that nobody answered before.
    if (other === 'tls_untrusted') return other;
    if (typeof other !== 'string') return chooseAlgorithm(other, asker);
  }
  return typeof found === 'string' ? found : chooseAlgorithm(found, asker);
}

async function tryPaths(
  origin: string,
  paths: readonly string[],
  asker: Asker,
): Promise<{ endpoint: string; reply: Reply } | ProbeFailure> {
  let base = origin;
  const failures: ProbeFailure[] = [];
  for (const path of paths) {
    let endpoint = `${base}${path}`;
    let answer = await ask(endpoint, 'sha256', asker);
    const secure = answer?.kind === 'redirect' ? secureOrigin(base, answer.to) : undefined;
    if (secure !== undefined) {
      base = secure;
      endpoint = `${base}${path}`;
      answer = await ask(endpoint, 'sha256', asker);
    }
    if (answer === undefined) break;
    if (answer.kind === 'reply') return { endpoint, reply: answer };
    // The host itself cannot be talked to: other paths will not change that.
    if (answer.kind === 'lost') return answer.why;
    failures.push(failureOf(answer, base));
  }
  return tellingFirst.find((failure) => failures.includes(failure)) ?? 'not_bigbluebutton';
}

/** Tells whether a server takes a checksum that is wrong: then it answers everybody, not only us. */
export async function takesWrongChecksum(
  { endpoint, hashAlgorithm }: FoundEndpoint,
  asker: Asker,
): Promise<boolean> {
  const answer = await ask(endpoint, hashAlgorithm, asker, 'wrong');
  return acceptance(answer, endpoint) === 'accepted';
}

async function chooseAlgorithm(
  { endpoint, reply }: { endpoint: string; reply: Reply },
  asker: Asker,
): Promise<FoundEndpoint | ProbeFailure> {
  for (const hashAlgorithm of algorithms) {
    const answer = hashAlgorithm === 'sha256' ? reply : await ask(endpoint, hashAlgorithm, asker);
    const verdict = acceptance(answer, endpoint);
    if (verdict === 'accepted') return { endpoint, hashAlgorithm };
    if (verdict !== 'rejected') return verdict;
  }
  return 'wrong_secret';
}

function acceptance(
  answer: ProbeAnswer | undefined,
  endpoint: string,
): 'accepted' | 'rejected' | ProbeFailure {
  if (answer === undefined) return 'rejected';
  if (answer.kind === 'lost') return answer.why;
  if (answer.kind !== 'reply') return failureOf(answer, endpoint);
  const { returncode, messageKey } = answer;
  if (returncode === 'SUCCESS' || messageKey === 'notFound') return 'accepted';
  if (messageKey === 'checksumError') return 'rejected';
  if (messageKey === 'apiNotEnabled') return 'api_disabled';
  const isBusy = /^(?:serverUnavailable|serverTagUnavailable|internalError)$/.test(
    messageKey ?? '',
  );
  return isBusy ? 'server_busy' : 'server_refused';
}

function ask(
  endpoint: string,
  algorithm: HashAlgorithm,
  asker: Asker,
  checksum?: 'wrong',
): Promise<ProbeAnswer | undefined> {
  return asker.ask(endpoint, 'isMeetingRunning', { meetingID: noMeeting }, algorithm, checksum);
}

function failureOf(
  answer: Exclude<ProbeAnswer, { kind: 'reply' } | { kind: 'lost' }>,
  base: string,
): ProbeFailure {
  if (answer.kind === 'redirect') {
    const isElsewhere = answer.to !== undefined && answer.to.host !== new URL(base).host;
    return isElsewhere ? 'redirected_elsewhere' : 'not_bigbluebutton';
  }
  const failures = {
    forbidden: 'forbidden',
    busy: 'server_busy',
    missing: 'api_not_found',
    page: 'not_bigbluebutton',
  } as const;
  return failures[answer.kind];
}

/** A redirect to the same host over https is followed, by asking there anew; no other one is. */
function secureOrigin(base: string, to: URL | undefined): string | undefined {
  const from = new URL(base);
  const isUpgrade =
    from.protocol === 'http:' &&
    to?.protocol === 'https:' &&
    to.hostname === from.hostname &&
    (to.port === '' || to.port === from.port);
  return isUpgrade ? to.origin : undefined;
}
