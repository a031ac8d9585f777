import { z } from 'zod';
import { minute } from '../clock.ts';
import { ToolError, type ToolErrorCode } from '../http/tool-error.ts';
import { claim } from './claim-names.ts';

export type Claims = Readonly<Record<string, unknown>>;

/** How far the platform's clock may be off. */
const skew = minute;
/** Oldest token, counted from its issue. */
const oldest = 10 * minute;

const opaque = z.string().min(1).max(255);
/** One that is stored as it came; no database keeps null characters. */
export const identifier = opaque.refine((text) => !text.includes('\0'));
// Made once: zod compiles a schema when it is first used.
const anyText = z.string();
const anyList = z.array(z.unknown());
const resourceLink = z.object({ id: identifier });

/** Checks that the token comes from the platform the login went to. */
export function checkIssuer(claims: Claims, issuer: string): void {
  if (claims['iss'] !== issuer) throw new ToolError('issuer_wrong');
}

/** Checks that the token is for us alone. Source: LTI 1.3 security framework, section 5.1.3. */
export function checkAudience(claims: Claims, clientId: string): void {
  const { aud, azp } = claims;
  const audience = Array.isArray(aud) ? aud : [aud];
  // Other receivers of the same token are not trusted, so there must be none.
  if (audience.length !== 1 || audience[0] !== clientId) throw new ToolError('audience_wrong');
  if (azp !== undefined && azp !== clientId) throw new ToolError('audience_wrong', 'azp');
}

/** Checks expiry, time of issue and start, allowing the platform's clock a minute. */
export function checkTimes(claims: Claims, now: number): void {
  const expires = seconds(claims, 'exp');
  const issued = seconds(claims, 'iat');
  const starts = claims['nbf'] === undefined ? issued : seconds(claims, 'nbf');
  if (expires * 1000 <= now - skew) throw new ToolError('token_expired');
  if (issued * 1000 > now + skew) throw new ToolError('token_times_wrong', 'iat');
  if (issued * 1000 < now - oldest) throw new ToolError('token_times_wrong', 'iat');
  if (starts * 1000 > now + skew) throw new ToolError('token_times_wrong', 'nbf');
}

function seconds(claims: Claims, name: 'exp' | 'iat' | 'nbf'): number {
  const value = claims[name];
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  throw new ToolError('token_times_wrong', name);
}

/** Checks that the token answers this login and no other. */
export function checkNonce(claims: Claims, nonce: string): void {
  if (claims['nonce'] !== nonce) throw new ToolError('nonce_wrong');
}

/** Checks that the platform speaks LTI 1.3. */
export function checkVersion(claims: Claims): void {
  if (claims[claim.version] !== '1.3.0') throw new ToolError('version_wrong');
}

/** What a platform may ask us: to open a link, or to let somebody choose what a link opens. */
const messages = ['LtiResourceLinkRequest', 'LtiDeepLinkingRequest'] as const;

export type Message = (typeof messages)[number];

/** Reads what the platform asks; other messages are not offered. */
export function readMessage(claims: Claims): Message {
  const message = messages.find((known) => known === claims[claim.messageType]);
  if (message === undefined) throw new ToolError('message_unsupported');
  return message;
}

/** Reads the deployment's id. */
export function readDeploymentId(claims: Claims): string {
  return read(identifier, claims[claim.deploymentId], 'deployment_missing');
}

/** Reads the person's id. A launch without one is anonymous, which no room admits. */
export function readSubject(claims: Claims): string {
  if (claims['sub'] === undefined) throw new ToolError('subject_missing');
  return read(opaque, claims['sub'], 'subject_wrong');
}

/** Checks that the signed target is the one the login named, which was found to be ours. */
export function checkTarget(claims: Claims, targetLinkUri: string): void {
  const target = read(anyText, claims[claim.targetLinkUri], 'target_wrong');
  if (!URL.canParse(target) || new URL(target).href !== new URL(targetLinkUri).href) {
    throw new ToolError('target_wrong');
  }
}

/** Reads the id of the link that was launched. */
export function readResourceLinkId(claims: Claims): string {
  return read(resourceLink, claims[claim.resourceLink], 'resource_link_missing').id;
}

/** Reads the roles, which may be none; members that are no text are left out. */
export function readRoles(claims: Claims): readonly string[] {
  const roles = read(anyList, claims[claim.roles], 'roles_missing');
  return roles.filter((role) => typeof role === 'string');
}

function read<T>(schema: z.ZodType<T>, value: unknown, code: ToolErrorCode): T {
  const { data, success } = schema.safeParse(value);
  if (!success) throw new ToolError(code);
  return data;
}
