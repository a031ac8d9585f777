import { z } from 'zod';
import { type Clock, minute, second } from '../clock.ts';
import { frameOriginsOf } from '../http/frame-origins.ts';
import type { GuardedClient } from '../http/guarded-client.ts';
import type { Storage } from '../storage/database.ts';
import type { PlatformSettings } from '../storage/platforms.ts';
import { bad, type Finding, good, mind } from './finding.ts';

interface Means {
  readonly client: GuardedClient;
  readonly clock: Clock;
  readonly baseUrl: string;
}

type Examined = Pick<
  PlatformSettings,
  'name' | 'issuer' | 'clientId' | 'authorizationEndpoint' | 'jwksUri' | 'frameOrigins'
>;

/**
 * Examines the platforms of the file, and the others that are switched on: their keys, clocks,
 * deployments and frames.
 */
export async function examinePlatforms(
  inFile: readonly PlatformSettings[],
  storage: Storage,
  means: Means,
): Promise<readonly Finding[]> {
  const stored = await storage.platforms.listEnabled();
  const platforms: Examined[] = [...inFile, ...stored.filter(({ source }) => source !== 'file')];
  if (platforms.length === 0) {
    return [mind('No platform is registered yet: "platform invite" makes an address for one.')];
  }
  const findings: Finding[] = [];
  for (const platform of platforms) {
    const about = [
      ...(await keysAndClock(platform, means)),
      await deployments(platform, storage),
      frames(platform, means.baseUrl),
    ];
    for (const { level, text } of about)
      findings.push({ level, text: `${platform.name}: ${text}` });
  }
  return findings;
}

const keySet = z.object({ keys: z.array(z.object({ kty: z.string(), kid: z.string() })) });

async function keysAndClock(
  { jwksUri }: Examined,
  { client, clock }: Means,
): Promise<readonly Finding[]> {
  try {
    const { status, text, date } = await client(jwksUri);
    if (status !== 200) {
      return [bad(`its keys at ${jwksUri} answer with status ${status}; nobody can be let in.`)];
    }
    const { keys } = keySet.parse(JSON.parse(text));
    const usable = keys.filter(({ kty }) => kty === 'RSA').length;
    const found =
      usable > 0
        ? good(`its keys are reachable (${usable}).`)
        : bad(`there is no RSA key with an id at ${jwksUri}; nobody can be let in.`);
    return [found, clocks(date, clock)];
  } catch (error) {
    const why = error instanceof SyntaxError || error instanceof z.ZodError ? 'are no key set' : '';
    return [
      bad(
        `its keys at ${jwksUri} ${why || 'cannot be reached from here'}; nobody can be let in. Check the address, the firewall and the certificate.`,
      ),
    ];
  }
}

/** Tokens are good for a minute on either side, so clocks further apart refuse everybody. */
function clocks(date: string | undefined, clock: Clock): Finding {
  const theirs = Date.parse(date ?? '');
  if (Number.isNaN(theirs)) return mind('it does not say what time it is there.');
  const apart = Math.round(Math.abs(clock.now() - theirs) / second);
  if (apart * second > minute) {
    return bad(`its clock and ours are ${apart} s apart; launches fail. Set the clocks by NTP.`);
  }
  return apart > 10
    ? mind(`its clock and ours are ${apart} s apart. Set the clocks by NTP.`)
    : good('its clock agrees with ours.');
}

async function deployments({ issuer, clientId }: Examined, storage: Storage): Promise<Finding> {
  const [stored] = await storage.platforms.find(issuer, clientId);
  if (!stored) return mind('the tool has not been started with it yet.');
  const { id } = stored;
  const waiting = (await storage.deployments.listWaiting(id)).length;
  if (waiting > 0) {
    return mind(`${waiting} of its deployments are not let in yet: see "platform list".`);
  }
  const known = (await storage.deployments.list(id)).length;
  return known > 0
    ? good(`deployments let in: ${known}.`)
    : mind('it has not launched yet; its first deployment will be let in.');
}

function frames(platform: Examined, baseUrl: string): Finding {
  const origins = frameOriginsOf([platform]);
  const listed = origins.join(' ');
  return baseUrl.startsWith('https:') && origins.some((origin) => !origin.startsWith('https:'))
    ? mind(`a page without https may frame our rooms (${listed}); browsers drop cookies there.`)
    : good(`pages that may frame our rooms: ${listed}`);
}
