import type { CallName, ParamsOf } from '../../catalogue/types.ts';
import type { DialectName } from '../../dialects/index.ts';
import { messageKeyCodes } from '../../errors/index.ts';
import type { HashAlgorithm } from '../../signing/hash-algorithms.ts';
import type { ProbeAnswer } from './answer.ts';
import type { Asker } from './asker.ts';
import { type FoundEndpoint, noMeeting } from './find-endpoint.ts';

/** Whether a server has a call, and what says so: an outcome of the server, or of the probe. */
export interface CallFinding {
  readonly supported: 'yes' | 'no' | 'unknown';
  /** `SUCCESS`, a message key, or `missing`, `page`, `forbidden`, `busy`, `redirect`, `not_asked`, … */
  readonly evidence: string;
}

/** What a probe finds out beside the endpoint. */
export interface Findings {
  /** Release, when the server tells it. */
  readonly version: string | undefined;
  readonly apiVersion: string | undefined;
  readonly dialect: { readonly name: DialectName; readonly because: string };
  /** What the service behind `hooks/` accepts, when it answered. */
  readonly hooksHashAlgorithm: HashAlgorithm | undefined;
  readonly calls: Readonly<Record<string, CallFinding>>;
}

const noRecording = 'bluebridge-probe-no-such-recording';

type Question = {
  readonly [N in CallName]: { readonly name: N; readonly params: ParamsOf<N> };
}[CallName];

/** Asked in this order while requests are left; all read, or name what does not exist. */
const questions: readonly Question[] = [
  { name: 'getMeetings', params: {} },
  { name: 'getRecordings', params: { recordID: [noRecording] } },
  { name: 'hooks/list', params: { meetingID: noMeeting } },
  { name: 'updateRecordings', params: { recordID: [noRecording] } },
  { name: 'getRecordingTextTracks', params: { recordID: noRecording } },
  { name: 'sendChatMessage', params: { meetingID: noMeeting, message: 'probe' } },
];

/** Asks an endpoint for its version and its calls. */
export async function findCapabilities(
  { endpoint, hashAlgorithm }: FoundEndpoint,
  asker: Asker,
): Promise<Findings> {
  const index = await asker.ask(endpoint, 'index', {}, hashAlgorithm);
  const calls: Record<string, CallFinding> = {
    isMeetingRunning: { supported: 'yes', evidence: 'SUCCESS' },
  };
  let hooksHashAlgorithm: HashAlgorithm | undefined;
  for (const { name, params } of questions) {
    const algorithms = algorithmsFor(name, hashAlgorithm);
    for (const algorithm of algorithms) {
      const finding = findingOf(await asker.ask(endpoint, name, params, algorithm));
      // What was found with one algorithm is not lost for want of requests to try the next.
      if (calls[name] === undefined || finding.evidence !== 'not_asked') calls[name] = finding;
      if (name === 'hooks/list' && finding.supported === 'yes') hooksHashAlgorithm = algorithm;
      if (finding.evidence !== 'checksumError') break;
    }
  }
  return {
    version: versionIn(index, 'bbbVersion'),
    apiVersion: versionIn(index, 'apiVersion') ?? versionIn(index, 'version'),
    dialect: guessDialect(endpoint, index, calls),
    hooksHashAlgorithm,
    calls,
  };
}

/** Older releases of the service behind `hooks/` know sha1 only, whatever the server accepts. */
function algorithmsFor(name: CallName, accepted: HashAlgorithm): readonly HashAlgorithm[] {
  return name.startsWith('hooks/') && accepted !== 'sha1' ? [accepted, 'sha1'] : [accepted];
}

function findingOf(answer: ProbeAnswer | undefined): CallFinding {
  if (answer === undefined) return { supported: 'unknown', evidence: 'not_asked' };
  if (answer.kind === 'lost') return { supported: 'unknown', evidence: answer.why };
  if (answer.kind === 'missing') return { supported: 'no', evidence: 'missing' };
  if (answer.kind !== 'reply') return { supported: 'unknown', evidence: answer.kind };
  const { returncode, messageKey } = answer;
  if (returncode === 'SUCCESS') {
    // A server that has updated what does not exist says so of everything.
    const isLie = answer.field('updated') === 'true';
    return {
      supported: isLie ? 'unknown' : 'yes',
      evidence: messageKey ? word(messageKey) : 'SUCCESS',
    };
  }
  if (messageKey === undefined) return { supported: 'unknown', evidence: returncode.slice(0, 20) };
  const evidence = word(messageKey);
  const code = Object.hasOwn(messageKeyCodes, messageKey) ? messageKeyCodes[messageKey] : undefined;
  if (code === 'not_supported' || messageKey === 'b3scaleGatewayError') {
    return { supported: 'no', evidence };
  }
  // Hooks have algorithms of their own, and some balancers take a call they do not know for another.
  const isOpen =
    code === 'checksum_rejected' || code === 'server_unavailable' || messageKey === 'apiNotEnabled';
  return { supported: isOpen ? 'unknown' : 'yes', evidence };
}

function guessDialect(
  endpoint: string,
  index: ProbeAnswer | undefined,
  calls: Readonly<Record<string, CallFinding>>,
): Findings['dialect'] {
  if (endpoint.endsWith('/bbb-integration/')) return { name: 'integration', because: 'path' };
  const isBuild = index?.kind === 'reply' && (index.field('build') ?? '') !== '';
  if (isBuild) return { name: 'scalelite', because: 'build' };
  if (calls['hooks/list']?.evidence === 'unsupportedRequest') {
    return { name: 'scalelite', because: 'unsupportedRequest' };
  }
  const lacks = (name: string): boolean => calls[name]?.supported === 'no';
  // An IntegrationAPI lacks these two but has hooks; a server that lacks hooks as well is a part of one.
  if (lacks('updateRecordings') && lacks('getRecordingTextTracks') && !lacks('hooks/list')) {
    return { name: 'integration', because: 'missing_calls' };
  }
  return { name: 'bigbluebutton', because: 'nothing_else' };
}

function versionIn(index: ProbeAnswer | undefined, name: string): string | undefined {
  const text = index?.kind === 'reply' ? index.field(name) : undefined;
  return /^[\w.+-]{1,40}$/.test(text ?? '') ? text : undefined;
}

/** A key is the server's text: only what looks like one is passed on. */
function word(key: string): string {
  return /^[\w .-]{1,60}$/.test(key) ? key : 'other_key';
}
