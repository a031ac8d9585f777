import type { Clock } from '../clock.ts';
import type { GuardedClient, GuardedReply } from '../http/guarded-client.ts';
import type { Platform } from '../storage/platforms.ts';
import type { AccessTokens } from './access-tokens.ts';
import { inPassingWith } from './in-passing.ts';
import { nextPage } from './link-header.ts';
import { errorOf, jsonOf } from './service-answers.ts';
import { ServiceError } from './service-error.ts';

/** What is asked of a service of a platform. */
export interface ServiceQuestion {
  readonly url: string;
  readonly scope: string;
  /** Media type of the answer. */
  readonly accept: string;
}

/** What is told to a service of a platform. */
export interface ServiceStatement extends ServiceQuestion {
  readonly body: unknown;
}

export interface PlatformServices {
  /** Puts a JSON body where it belongs. Throws ServiceError. */
  put(platform: Platform, statement: ServiceStatement): Promise<void>;
  /** Asks for one thing. Throws ServiceError. */
  get(platform: Platform, question: ServiceQuestion): Promise<unknown>;
  /**
   * Asks while somebody waits for something else. Answers undefined, soon, where the platform is in
   * trouble or was a moment ago. Throws no ServiceError.
   */
  inPassing<T>(platform: Platform, question: () => Promise<T>): Promise<T | undefined>;
  /** Asks for a list page by page; a list that does not end is cut off. Throws ServiceError. */
  pages(platform: Platform, question: ServiceQuestion): AsyncGenerator<unknown, void, void>;
}

const mostPages = 200;

/** Creates what asks the services of platforms, through the guarded client and with our tokens. */
export function createPlatformServices(
  client: GuardedClient,
  tokens: AccessTokens,
  clock: Clock,
): PlatformServices {
  async function send(platform: Platform, question: ServiceQuestion | ServiceStatement) {
    const { url, scope, accept } = question;
    const token = await tokens.get(platform, scope);
    const headers = { accept, authorization: `Bearer ${token}` };
    const request =
      'body' in question
        ? ({
            method: 'PUT',
            headers: { ...headers, 'content-type': 'application/json' },
            body: JSON.stringify(question.body),
          } as const)
        : { headers };
    return client(url, request).catch(() => {
      throw new ServiceError('service_unreachable');
    });
  }

  async function ask(
    platform: Platform,
    question: ServiceQuestion | ServiceStatement,
  ): Promise<GuardedReply> {
    requireOwnAddress(platform, question.url);
    let reply = await send(platform, question);
    if (reply.status === 401) {
      // The platform may have forgotten the token; one new one is asked for, no more.
      tokens.forget(platform, question.scope);
      reply = await send(platform, question);
    }
    const isGood =
      'body' in question ? reply.status >= 200 && reply.status < 300 : reply.status === 200;
    if (!isGood) throw errorOf(reply);
    return reply;
  }

  return {
    async put(platform, statement) {
      await ask(platform, statement);
    },

    async get(platform, question) {
      return readable(await ask(platform, question));
    },

    inPassing: inPassingWith(clock),

    async *pages(platform, question) {
      const seen = new Set<string>();
      let url: string | undefined = question.url;
      while (url !== undefined && !seen.has(url) && seen.size < mostPages) {
        seen.add(url);
        const reply = await ask(platform, { ...question, url });
        yield readable(reply);
        url = nextPage(reply.link);
      }
    },
  };
}

function readable({ status, text }: GuardedReply): unknown {
  const json = jsonOf(text);
  if (json === undefined) throw new ServiceError('service_unreadable', { status });
  return json;
}

/**
 * Tokens go only to hosts the registration names: whoever writes a launch must not be able to
 * have them sent elsewhere.
 */
function requireOwnAddress(platform: Platform, url: string): void {
  const { issuer, authorizationEndpoint, tokenEndpoint, jwksUri, frameOrigins } = platform;
  const own = [issuer, authorizationEndpoint, tokenEndpoint, jwksUri, ...frameOrigins];
  const isOwn =
    URL.canParse(url) && own.some((address) => new URL(address).origin === new URL(url).origin);
  if (!isOwn) throw new ServiceError('service_foreign');
}
