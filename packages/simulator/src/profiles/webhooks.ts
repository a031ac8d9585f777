import type { PermanentHook } from '../hooks/hook.ts';
import type { HashAlgorithm } from '../wire/checksum.ts';

export type WebhooksVersion = '2.6' | '3.3' | '3.4' | '3.5';

/**
 * How one version of the webhooks service behaves, its defects included. Source: bbb-webhooks
 * source at the tags v2.6.1, v3.3.1, v3.4.0 and v3.5.0.
 */
export interface WebhooksBehaviour {
  readonly version: WebhooksVersion;
  /** What the management calls may be signed with: SHA-1, or what the length of the checksum says. */
  readonly managementChecksum: 'sha1' | 'by-length';
  /** What `getRaw=yes` brings: JSON that does not parse ends in an error page or in silence. */
  readonly unreadableGetRaw: 'error-page' | 'silence';
  readonly hookIDs: 'numbers' | 'uuids';
  /** Whether a hook stays with the meeting it was made for, or is global whatever was asked. */
  readonly scope: 'kept' | 'lost';
  /** Which of several hooks for one meeting get its events. */
  readonly scopedHooks: 'all' | 'first';
  /** Whether listing the hooks of a meeting without one fails. */
  readonly listsMeetingWithoutHook: boolean;
  /** One event after another for each hook, or every event by itself, in any order. */
  readonly order: 'queue' | 'independent';
  /** The fields of the form, in order. */
  readonly fields: readonly ('domain' | 'event' | 'timestamp')[];
  /** How the form is written: by RFC 3986 (`%20`) or as browsers do (`+`). */
  readonly formEncoding: 'rfc3986' | 'browser';
  /** What stands between URL and secret in the text that is hashed. */
  readonly signedText: 'fields-as-json' | 'empty-object' | 'body';
  /** What becomes of a hook after the last retry: it goes, or its entry on disk only. */
  readonly givenUpHook: 'removed' | 'removed-on-restart';
  /** What a restart does to hooks: nothing, or it makes them global and drops those with events. */
  readonly restart: 'kept' | 'mangled';
  /** How long it knows the external id of a meeting, in milliseconds. */
  readonly knowsMeetingsForMs: number;
  /** Which attributes its events have. */
  readonly attributes: '2.6' | '3.3' | '3.4' | '3.5';
}

const dayMs = 24 * 60 * 60_000;

const webhooks34: WebhooksBehaviour = {
  version: '3.4',
  managementChecksum: 'by-length',
  unreadableGetRaw: 'silence',
  hookIDs: 'uuids',
  scope: 'kept',
  scopedHooks: 'first',
  listsMeetingWithoutHook: false,
  order: 'independent',
  fields: ['domain', 'event', 'timestamp'],
  formEncoding: 'browser',
  signedText: 'body',
  givenUpHook: 'removed-on-restart',
  restart: 'mangled',
  knowsMeetingsForMs: 7 * dayMs,
  attributes: '3.4',
};

/** Every version that can be simulated. */
export const webhooksVersions: Readonly<Record<WebhooksVersion, WebhooksBehaviour>> = {
  '2.6': {
    version: '2.6',
    managementChecksum: 'sha1',
    unreadableGetRaw: 'error-page',
    hookIDs: 'numbers',
    scope: 'kept',
    scopedHooks: 'all',
    listsMeetingWithoutHook: true,
    order: 'queue',
    fields: ['event', 'timestamp', 'domain'],
    formEncoding: 'rfc3986',
    signedText: 'fields-as-json',
    givenUpHook: 'removed',
    restart: 'kept',
    knowsMeetingsForMs: dayMs,
    attributes: '2.6',
  },
  '3.3': {
    ...webhooks34,
    version: '3.3',
    scope: 'lost',
    signedText: 'empty-object',
    attributes: '3.3',
  },
  '3.4': webhooks34,
  '3.5': { ...webhooks34, version: '3.5', attributes: '3.5' },
};

/** Which webhooks service a family of servers has, and how it is set up. */
export interface WebhooksRules {
  readonly version: WebhooksVersion;
  /** Whether a hook may hear of every meeting of the server. */
  readonly meetingID: 'optional' | 'required';
  readonly personalData: 'sent' | 'removed';
  /** What callbacks are signed with; the versions before 3.0 know SHA-1 only. */
  readonly hashAlgorithm: HashAlgorithm;
  /** `bearer` sends the secret itself instead of a checksum. */
  readonly authorization: 'checksum' | 'bearer';
  /** Hooks that the operator set up, which nobody can destroy. */
  readonly permanentHooks: readonly PermanentHook[];
}

/** Source: bbb-webhooks source, default configuration. */
export const webhooksRules30: WebhooksRules = {
  version: '3.4',
  meetingID: 'optional',
  personalData: 'sent',
  hashAlgorithm: 'sha1',
  authorization: 'checksum',
  permanentHooks: [],
};

export const webhooksRules27: WebhooksRules = { ...webhooksRules30, version: '2.6' };

/** Source: IntegrationAPI description, webhooks. */
export const integrationWebhooksRules: WebhooksRules = {
  ...webhooksRules30,
  meetingID: 'required',
  personalData: 'removed',
};
