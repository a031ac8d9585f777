import { type Browser, expectStatus } from './browser.ts';
import type { Person } from './claims.ts';
import type { FakePlatform } from './fake-platform.ts';

/** Where a tool takes logins and launches. */
export interface ToolAddresses {
  readonly url: string;
  readonly login: string;
  /** The redirect URI, as the platform knows it. */
  readonly targetLinkUri: string;
}

/** One person on the way from a link in a course to the page of a tool. */
export interface Journey {
  readonly person: Person;
  /** Each step of the way asks the tool once. */
  readonly login: () => Promise<void>;
  readonly launch: () => Promise<void>;
  readonly page: () => Promise<void>;
  /** Where the launch led, with its fragment. */
  readonly landing: () => URL;
  /** Headers that all requests of this person bear. */
  readonly headers: Readonly<Record<string, string>>;
}

interface Means {
  readonly browser: Browser;
  readonly platform: FakePlatform;
  readonly tool: ToolAddresses;
}

/** Prepares the way of a person. Each step throws when the tool does not answer as it should. */
export function journeyOf(person: Person, { browser, platform, tool }: Means): Journey {
  // Each comes from an address of their own, as a proxy in front of the tool reports it.
  const { number } = person;
  const address = `10.${(number >> 16) & 255}.${(number >> 8) & 255}.${number & 255}`;
  const headers = { 'x-forwarded-for': address, 'sec-fetch-dest': 'document' };
  let begun: { state: string; nonce: string; cookie: string };
  let landing: URL;
  let cookie = '';
  return {
    person,
    headers,
    landing: () => landing,
    async login() {
      const answer = await browser.post(`${tool.url}${tool.login}`, {
        headers,
        form: {
          iss: platform.issuer,
          client_id: platform.clientId,
          login_hint: String(1000 + number),
          target_link_uri: tool.targetLinkUri,
          lti_message_hint: `{"cmid":${number},"launchid":"ltilaunch${number}_8642"}`,
          lti_deployment_id: '1',
        },
      });
      const { searchParams } = new URL(expectStatus(answer, 302).location);
      const value = (name: string) => searchParams.get(name) ?? '';
      begun = { state: value('state'), nonce: value('nonce'), cookie: answer.cookie };
    },
    async launch() {
      const { state, nonce } = begun;
      const answer = await browser.post(`${tool.url}${new URL(tool.targetLinkUri).pathname}`, {
        headers: { ...headers, cookie: begun.cookie },
        form: { state, id_token: platform.idToken(person, nonce, tool.targetLinkUri) },
      });
      landing = new URL(expectStatus(answer, 302, 303).location, tool.url);
      cookie = `${begun.cookie}; ${answer.cookie}`;
    },
    async page() {
      const { pathname, search } = landing;
      expectStatus(
        await browser.get(`${tool.url}${pathname}${search}`, { ...headers, cookie }),
        200,
      );
    },
  };
}
