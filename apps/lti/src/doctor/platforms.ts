import { message } from '@bluebridge/translations';
import { frameOriginsOf } from '../http/frame-origins.ts';
import type { Storage } from '../storage/database.ts';
import type { Platform, PlatformSettings } from '../storage/platforms.ts';
import { type Finding, good, mind } from './finding.ts';
import { examineKeysAndClock, type WebMeans } from './keys-and-clock.ts';
import { examineServices, type ServiceMeans } from './services.ts';

export interface PlatformMeans extends WebMeans, ServiceMeans {
  readonly baseUrl: string;
}

/** A platform as it is registered; `id` is absent while the tool has not stored it. */
export type Examined = Omit<PlatformSettings, 'deploymentIds'> & { readonly id?: string };

/** Examines the platforms of the file, and the others that are switched on. */
export async function examinePlatforms(
  inFile: readonly PlatformSettings[],
  storage: Storage,
  means: PlatformMeans,
): Promise<readonly { readonly name: string; readonly findings: readonly Finding[] }[]> {
  const stored = await storage.platforms.listEnabled();
  const listed = await Promise.all(inFile.map((settings) => storedAs(settings, storage)));
  const platforms = [...listed, ...stored.filter(({ source }) => source !== 'file')];
  const examined = [];
  for (const platform of platforms) {
    const findings = await examinePlatform(platform, storage, means);
    examined.push({ name: platform.name, findings });
  }
  return examined;
}

/** What the file says counts; the stored platform only tells which one it is. */
async function storedAs(settings: PlatformSettings, { platforms }: Storage): Promise<Examined> {
  const [known] = await platforms.find(settings.issuer, settings.clientId);
  return { ...settings, ...(known && { id: known.id }) };
}

/** Examines one platform: its keys, clock, services, deployments, frames, and the last launch. */
export async function examinePlatform(
  platform: Examined | Platform,
  storage: Storage,
  means: PlatformMeans,
): Promise<readonly Finding[]> {
  const { id } = platform;
  const about = await examineKeysAndClock(platform, means);
  const known = id === undefined ? undefined : await storage.platforms.get(id);
  if (!known) return [...about, notStarted, frames(platform, means.baseUrl)];
  return [
    ...about,
    ...(await examineServices({ ...known, ...platform, id: known.id }, means)),
    await deployments(known, storage),
    frames(platform, means.baseUrl),
    ...(await lastLaunch(known, storage)),
  ];
}

const notStarted = mind(message('The tool has not been started with it yet.'));

async function deployments({ id }: Platform, storage: Storage): Promise<Finding> {
  const waiting = (await storage.deployments.listWaiting(id)).length;
  if (waiting > 0) {
    return mind(
      message('Deployments that are not let in yet: {count}. Look at them under the platform.'),
      { count: waiting },
    );
  }
  const count = (await storage.deployments.list(id)).length;
  return count > 0
    ? good(message('Deployments let in: {count}.'), { count })
    : mind(message('It has not launched yet; its first deployment will be let in.'));
}

function frames(platform: Examined, baseUrl: string): Finding {
  const found = frameOriginsOf([platform]);
  const origins = found.join(' ');
  return baseUrl.startsWith('https:') && found.some((origin) => !origin.startsWith('https:'))
    ? mind(
        message(
          'A page without https may frame our rooms ({origins}); browsers drop cookies there.',
        ),
        { origins },
      )
    : good(message('Pages that may frame our rooms: {origins}'), { origins });
}

async function lastLaunch({ id }: Platform, storage: Storage): Promise<readonly Finding[]> {
  const [last] = await storage.launchTraces.last(id);
  if (!last) return [];
  const time = `${new Date(last.at).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
  return last.failed === undefined
    ? [good(message('The last launch was let in at {time}.'), { time })]
    : [
        mind(message('The last launch stopped at the check "{check}" with {code}, at {time}.'), {
          check: last.failed,
          code: last.outcome,
          time,
        }),
      ];
}
