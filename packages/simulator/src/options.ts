import type { Clock } from './clock/clock.ts';
import { profileNames, profiles } from './profiles/index.ts';
import type { BalancerRules } from './profiles/balancer-rules.ts';
import type { MeetingRules } from './profiles/meeting-rules.ts';
import type { ProfileName } from './profiles/profile.ts';
import type { RecordingRules } from './profiles/recording-rules.ts';
import type { SeatRules } from './profiles/seat-rules.ts';
import type { WebhooksRules } from './profiles/webhooks.ts';
import { SimulatorError } from './simulator-error.ts';
import { isTenantName } from './tenants/tenant-name.ts';
import type { HashAlgorithm } from './wire/checksum.ts';

/** How one simulated server behaves. */
export interface ServerOptions {
  /** The shared secret that calls are signed with. */
  secret: string;
  /** Secrets that callers may sign with besides, as balancers allow. */
  moreSecrets?: readonly string[];
  /** Which family of servers it behaves like. Default `bigbluebutton-3.0`. */
  profile?: ProfileName;
  /** Which checksums are accepted. Default: those of the profile. */
  hashAlgorithms?: readonly HashAlgorithm[];
  /** `re-encoded` refuses `%20` and raw apostrophes, as some balancers do. Default: the profile. */
  signedQuery?: 'as-sent' | 're-encoded';
  /** Rules of live meetings that differ from those of the profile. */
  meetings?: Partial<MeetingRules>;
  /** Rules of recordings that differ from those of the profile. */
  recordings?: Partial<RecordingRules>;
  /** What differs in the webhooks service from that of the profile. */
  webhooks?: Partial<WebhooksRules>;
  /** The connections of the account, for a profile whose meetings reserve them. */
  seats?: Partial<SeatRules>;
  /** The balancer and the servers behind it, for a profile that is one. */
  balancer?: Partial<BalancerRules>;
  /** Another name of this machine, such as `localhost`, under which people meet. */
  joinHost?: string;
  /** Whether callbacks may go to other machines. By default they stay on this one. */
  allowOutbound?: boolean;
  /** How long a recording is processed, in milliseconds. Default 20 000. */
  processingDelayMs?: number;
}

/** A server of its own below `/<name>/`, on the same port and clock. */
export interface TenantOptions extends ServerOptions {
  /** Small letters, digits and hyphens. */
  name: string;
}

export interface SimulatorOptions extends ServerOptions {
  /** Default 127.0.0.1. */
  host?: string;
  /** Default 0: any free port. */
  port?: number;
  /** Default: the time of this machine. */
  clock?: Clock;
  /** Where the memory survives a restart. Without it nothing does. */
  dataDirectory?: string;
  /** Hears in a sentence what went wrong later on, such as a full disk. */
  onProblem?: (sentence: string) => void;
  /** Further servers, each with a path, secret and memory of its own. */
  tenants?: readonly TenantOptions[];
}

/**
 * Checks that options make sense together. Errors: SimulatorError `invalid_option`, naming what is
 * wrong and what to do.
 */
export function checkOptions(options: SimulatorOptions): void {
  const { port = 0, tenants = [] } = options;
  checkServer(options, 'The simulator');
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw wrong(`The port ${port} does not exist. Choose one from 0 (any) to 65535.`);
  }
  for (const [index, tenant] of tenants.entries()) {
    if (!isTenantName(tenant.name)) {
      const rule = 'Use small letters, digits and hyphens, and none of the simulator’s own paths.';
      throw wrong(`A tenant cannot be named "${tenant.name}". ${rule}`);
    }
    if (tenants.findIndex(({ name }) => name === tenant.name) !== index) {
      throw wrong(`Two tenants are named "${tenant.name}". Give each a name of its own.`);
    }
    checkServer(tenant, `The tenant "${tenant.name}"`);
  }
}

function checkServer(options: ServerOptions, who: string): void {
  const { secret, moreSecrets = [], processingDelayMs = 0, profile } = options;
  if ([secret, ...moreSecrets].includes('')) {
    throw wrong(`${who} has an empty secret. Give it one of its own.`);
  }
  if (profile !== undefined && !profileNames.includes(profile)) {
    const names = profileNames.join(', ');
    throw wrong(`There is no profile "${profile}". Choose one of ${names}.`);
  }
  if (!Number.isFinite(processingDelayMs) || processingDelayMs < 0) {
    throw wrong(`${who} needs a processing delay of 0 or more milliseconds.`);
  }
  const { seats, balancer } = profiles[profile ?? 'bigbluebutton-3.0'];
  if (options.seats !== undefined && seats === undefined) {
    throw wrong(`${who} has no seats to share. Choose the profile integration for that.`);
  }
  if (options.balancer !== undefined && balancer === undefined) {
    throw wrong(`${who} is no balancer. Choose the profile scalelite for that.`);
  }
  const { connections = 1, defaultSeats = 1, defaultMinutes = 1 } = options.seats ?? {};
  if (
    [connections, defaultSeats, defaultMinutes].some((one) => !Number.isInteger(one) || one < 1)
  ) {
    throw wrong(`${who} needs seats and minutes of 1 or more, in whole numbers.`);
  }
  if (!URL.canParse(`http://${options.joinHost ?? 'localhost'}`)) {
    throw wrong(`${who} cannot be joined at "${options.joinHost ?? ''}". Give the name of a host.`);
  }
  if (options.joinHost !== undefined && !/^[\w.-]+$/u.test(options.joinHost)) {
    throw wrong(`${who} cannot be met under "${options.joinHost}". Give the name of a host.`);
  }
  if (options.hashAlgorithms?.length === 0) {
    throw wrong(`${who} needs at least one hash algorithm.`);
  }
}

function wrong(message: string): SimulatorError {
  return new SimulatorError('invalid_option', message);
}
