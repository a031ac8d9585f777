import type { ChosenItem } from './chosen-item.ts';
import type { PlatformKey } from './platform-key.ts';
import type { ChooserProfile, Profile } from './profile.ts';
import type { Reach } from './reach.ts';
import type { Course, Link, Person, School } from './school.ts';

/** A tool as it is registered on the simulated platform. */
export interface RegisteredTool {
  readonly clientId: string;
  /** Where it is installed; launches of a course come from the last one that fits. */
  readonly deployments: { readonly id: string; readonly courseId: string | undefined }[];
  readonly name: string;
  readonly loginUri: string;
  readonly redirectUris: readonly string[];
  readonly keysUri: string;
  readonly targetLinkUri: string;
  readonly chooserUri: string;
  readonly offersChooser: boolean;
  /** What it may ask services for: what it wished and the platform has. */
  readonly scopes: readonly string[];
  readonly sendsName: boolean;
  readonly sendsEmail: boolean;
  readonly custom: Readonly<Record<string, string>>;
  /** Whether an administrator has switched it on. */
  active: boolean;
}

/** What somebody opens. */
export type Intent = {
  readonly tool: RegisteredTool;
  readonly person: Person;
  readonly course: Course;
  readonly target: 'iframe' | 'window';
  readonly locale: string;
} & (
  | { readonly kind: 'link'; readonly link: Link }
  | { readonly kind: 'navigation' }
  | { readonly kind: 'choice'; readonly chooser: ChooserProfile; readonly data?: string }
);

/** A selection that came back, before somebody saves it. */
export interface Selection {
  readonly tool: RegisteredTool;
  readonly course: Course;
  readonly items: readonly ChosenItem[];
  readonly message: string | undefined;
  readonly claims: Readonly<Record<string, unknown>>;
}

/** What the tool sent to the platform, in order. */
export interface Received {
  readonly registrations: unknown[];
  readonly authorizations: Record<string, string>[];
  readonly selections: Selection[];
  /** Requests to services, such as `GET /mod/lti/…/memberships?limit=500`. */
  readonly serviceCalls: string[];
  readonly tokenRequests: { readonly scope: string; readonly granted: boolean }[];
}

export interface PlatformState {
  readonly profile: Profile;
  /** Whether the platform has the course groups service. */
  readonly groups: boolean;
  /** Most members of one answer of the roster, whatever is asked for. */
  readonly pageSize: number;
  readonly issuer: string;
  /** Origin of its pages. */
  readonly url: string;
  /** Origin of sign-in and storage. */
  readonly signInUrl: string;
  /** Origin of keys and tokens. */
  readonly servicesUrl: string;
  readonly key: PlatformKey;
  readonly school: School;
  readonly tools: RegisteredTool[];
  /** Registration tokens not used yet. */
  readonly registrationTokens: Set<string>;
  /** Launches that were begun, by their hint; each is answered once. */
  readonly intents: Map<string, Intent>;
  /** Open choosers by their key in the return address. */
  readonly choices: Map<string, Intent>;
  readonly accessTokens: Map<
    string,
    { readonly tool: RegisteredTool; readonly scopes: string[]; readonly until: number }
  >;
  readonly usedAssertions: Set<string>;
  /** Where notices go, by deployment and type. */
  readonly handlers: Map<string, string>;
  readonly received: Received;
  readonly reach: Reach;
  /** Epoch milliseconds. */
  readonly now: () => number;
}

/** Finds an installed tool by its client id. */
export function toolOf(
  state: PlatformState,
  clientId: string | undefined,
): RegisteredTool | undefined {
  return state.tools.find((tool) => tool.clientId === clientId);
}

/** Tells under which deployment a tool is launched in a course. */
export function deploymentIn({ deployments }: RegisteredTool, { id }: Course): string {
  const ownOrGeneral =
    deployments.findLast(({ courseId }) => courseId === id) ??
    deployments.find(({ courseId }) => courseId === undefined);
  if (!ownOrGeneral) throw new Error('The tool is not deployed in this course.');
  return ownOrGeneral.id;
}
