import { randomUUID } from 'node:crypto';
import type { Hono } from 'hono';
import { copyCourse } from './course-copy.ts';
import { saveSelection } from './deep-linking.ts';
import { type Asked, intentFor } from './intents.ts';
import { beginLogin, type PostForm } from './login.ts';
import { copyNotice, tellOfCopy } from './notices.ts';
import type { PlatformKey } from './platform-key.ts';
import { newDeploymentId, registerByHand } from './registration.ts';
import type { Course, Link, School } from './school.ts';
import type { PlatformState, Received, RegisteredTool } from './state.ts';
import { cookiesOf, formIn, postForm } from './without-browser.ts';

/** A new link of a course. */
export interface NewLink extends Partial<Omit<Link, 'id' | 'courseId' | 'clientId'>> {
  /** Slug or id. */
  readonly course: string;
  readonly title: string;
  readonly tool?: RegisteredTool;
}

export interface SimulatedPlatform {
  readonly url: string;
  readonly signInUrl: string;
  readonly servicesUrl: string;
  readonly issuer: string;
  readonly key: PlatformKey;
  readonly school: School;
  readonly tools: readonly RegisteredTool[];
  readonly received: Received;
  readonly configurationUrl: string;
  newRegistrationToken(): string;
  registrationUrl(toolAddress: string): string;
  register(toolUrl: string, changes?: Partial<RegisteredTool>): RegisteredTool;
  activate(tool?: RegisteredTool): RegisteredTool;
  deploy(tool: RegisteredTool, course?: string): string;
  settingsOf(tool: RegisteredTool): PlatformSettings;
  addLink(link: NewLink): Link;
  linksOf(course: Course | string): readonly Link[];
  begin(asked: Asked): Promise<PostForm>;
  launch(asked: Asked): Promise<Response>;
  answerChoice(jwt: string, returnUrl: string): Promise<readonly Link[]>;
  copyCourse(course: string): Promise<Course>;
  /** Signs a copy notice for a tool; `changes` may spoil its claims. */
  copyNotice(copy: Course, changes?: Record<string, unknown>): Promise<string>;
  /** Asks the platform something without a socket. */
  fetch(request: Request): Promise<Response>;
  readonly close: () => Promise<void>;
}

/** A registration as the tool's platforms file has it. */
export interface PlatformSettings {
  readonly issuer: string;
  readonly clientId: string;
  readonly name: string;
  readonly authorizationEndpoint: string;
  readonly jwksUri: string;
  readonly tokenEndpoint: string;
  readonly deploymentIds: readonly string[];
  readonly frameOrigins: readonly string[];
}

/** Builds what tests do with a platform. */
export function platformOver(
  state: PlatformState,
  apps: { readonly pages: Hono; readonly signIn: Hono },
  close: () => Promise<void>,
): SimulatedPlatform {
  const { profile, school, tools, url, signInUrl, servicesUrl } = state;
  const newest = (): RegisteredTool => {
    const tool = tools.at(-1);
    if (!tool) throw new Error('No tool is registered.');
    return tool;
  };
  const ask = async (request: Request): Promise<Response> =>
    (request.url.startsWith(url) ? apps.pages : apps.signIn).fetch(request);
  const begin = (asked: Asked) => beginLogin(state, intentFor(state, asked));
  const newRegistrationToken = (): string => {
    const token = `${randomUUID()}.token`;
    state.registrationTokens.add(token);
    return token;
  };
  const configurationUrl = url + profile.paths.configuration;
  return {
    url,
    signInUrl,
    servicesUrl,
    configurationUrl,
    school,
    tools,
    newRegistrationToken,
    begin,
    close,
    issuer: state.issuer,
    key: state.key,
    received: state.received,
    fetch: ask,
    registrationUrl(toolAddress) {
      const address = new URL(toolAddress);
      address.searchParams.set('openid_configuration', configurationUrl);
      address.searchParams.set('registration_token', newRegistrationToken());
      return address.href;
    },
    register: (toolUrl, changes = {}) => registerByHand(state, toolUrl, changes),
    activate(tool = newest()) {
      tool.active = true;
      return tool;
    },
    deploy(tool, course) {
      const all = tools.flatMap(({ deployments }) => deployments);
      const id = newDeploymentId(profile.issuer === undefined, all.length + 1);
      const courseId = course === undefined ? undefined : school.course(course).id;
      tool.deployments.push({
        id,
        courseId,
      });
      return id;
    },
    settingsOf: (tool) => ({
      issuer: state.issuer,
      clientId: tool.clientId,
      name: `Simulated ${profile.family}`,
      authorizationEndpoint: signInUrl + profile.paths.authorization,
      jwksUri: servicesUrl + profile.paths.keys,
      tokenEndpoint: servicesUrl + profile.paths.token,
      deploymentIds: tool.deployments.map(({ id }) => id),
      frameOrigins: new URL(state.issuer).origin === url ? [] : [url],
    }),
    addLink({ course, tool = newest(), ...link }) {
      const added: Link = {
        text: '',
        url: undefined,
        custom: {},
        lineItem: undefined,
        available: {},
        submission: {},
        broken: false,
        ...link,
        id: school.newLinkId(),
        courseId: school.course(course).id,
        clientId: tool.clientId,
      };
      school.links.push(added);
      return added;
    },
    linksOf(course) {
      const { id } = typeof course === 'string' ? school.course(course) : course;
      return school.links.filter(({ courseId }) => courseId === id);
    },
    async launch(asked) {
      const login = await postForm(await begin(asked), state.reach);
      const location = login.headers.get('location');
      if (location === null) return login;
      const form = formIn(await (await ask(new Request(location))).text());
      if (!form) throw new Error(`The platform does not answer ${new URL(location).pathname}.`);
      return postForm(form, state.reach, cookiesOf(login));
    },
    async answerChoice(jwt, returnUrl) {
      const before = state.received.selections.length;
      const body = new URLSearchParams({ JWT: jwt });
      const answer = await ask(
        new Request(returnUrl, {
          method: 'POST',
          body,
        }),
      );
      const selection = state.received.selections[before];
      if (selection) return saveSelection(state, selection);
      throw new Error(/<p>(.*)<\/p>/s.exec(await answer.text())?.[1] ?? 'The platform refused.');
    },
    async copyCourse(course) {
      const copy = copyCourse(state, school.course(course));
      await tellOfCopy(state, copy);
      return copy;
    },
    copyNotice: (copy, changes) => copyNotice(state, newest(), copy, changes),
  };
}
