import type { GuardedClient, GuardedReply, GuardedRequest } from '../../src/http/guarded-client.ts';
import { toolKeysOf } from '../../src/keys/tool-keys.ts';
import { AccessTokens } from '../../src/services/access-tokens.ts';
import { createPlatformServices } from '../../src/services/platform-services.ts';
import type { Platform } from '../../src/storage/platforms.ts';
import { settings } from './fill.ts';
import { spareKeyPair } from '../platform/spare-key-pair.ts';
import { ManualClock } from './manual-clock.ts';
import { memoryStorage } from './memory-storage.ts';

type Answer = Partial<Omit<GuardedReply, 'text'>> & { readonly json?: unknown; text?: string };
type Handler = (url: string, request: GuardedRequest) => Answer;

/** Services of one platform, as a test lets them answer, and what was sent to them. */
export interface ServiceWeb {
  readonly client: GuardedClient;
  readonly sent: { readonly url: string; readonly request: GuardedRequest }[];
  /** What the token endpoint answers. */
  token: (times: number) => Answer;
  /** What any other address answers. */
  service: Handler;
}

export const tokenUrl = settings.tokenEndpoint;

export function serviceWeb(service: Handler = () => ({ json: {} })): ServiceWeb {
  let tokens = 0;
  const web: ServiceWeb = {
    sent: [],
    token: (times) => ({ json: { access_token: `token-${times}`, expires_in: 3600 } }),
    service,
    client: async (url, request = {}) => {
      web.sent.push({ url, request });
      const { json, text, ...reply } =
        url === tokenUrl ? web.token((tokens += 1)) : web.service(url, request);
      return { status: 200, text: text ?? JSON.stringify(json), ...reply };
    },
  };
  return web;
}

/** Services asked in the name of one registered platform, with a clock that stands still. */
export async function servicesOn(web: ServiceWeb) {
  const clock = new ManualClock();
  const storage = await memoryStorage(clock);
  await storage.platforms.register([settings]);
  const [platform] = await storage.platforms.find(settings.issuer);
  const keys = toolKeysOf(storage, clock, spareKeyPair);
  const tokens = new AccessTokens({ client: web.client, keys, clock });
  const services = createPlatformServices(web.client, tokens, clock);
  return { services, platform: platform as Platform, clock, keys };
}
