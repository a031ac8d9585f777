import type { Clock } from '../clock.ts';
import { type ChoiceWish, readChoiceWish } from '../deep-linking/choice-wish.ts';
import { ToolError } from '../http/tool-error.ts';
import type { TakenLogin } from '../storage/logins.ts';
import type { Deployments } from '../storage/deployments.ts';
import type { Platform } from '../storage/platforms.ts';
import { parseIdToken } from './id-token.ts';
import type { LaunchTrace } from './launch-trace.ts';
import { type LaunchDetails, readDetails } from './optional-claims.ts';
import type { PlatformKeys } from './platform-keys.ts';
import {
  type Claims,
  checkAudience,
  checkIssuer,
  checkNonce,
  checkTarget,
  checkTimes,
  checkVersion,
  readDeploymentId,
  readMessage,
  readResourceLinkId,
  readRoles,
  readSubject,
} from './required-claims.ts';
import { verifySignature } from './token-signature.ts';

/** Who comes from where, as every launch says that has passed the checks. */
export interface LaunchFacts {
  readonly platform: Platform;
  readonly deploymentId: string;
  readonly subject: string;
  readonly roles: readonly string[];
  readonly details: LaunchDetails;
}

/** Somebody follows a link. */
export interface LinkLaunch extends LaunchFacts {
  readonly kind: 'link';
  readonly resourceLinkId: string;
}

/** Somebody adds links to a course and wants to choose what they open. */
export interface ChoiceLaunch extends LaunchFacts {
  readonly kind: 'choice';
  readonly wish: ChoiceWish;
}

export type VerifiedLaunch = LinkLaunch | ChoiceLaunch;

interface Verification {
  readonly idToken: string;
  readonly login: TakenLogin;
  readonly platform: Platform;
  readonly deployments: Deployments;
  readonly keys: PlatformKeys;
  readonly clock: Clock;
  readonly trace: LaunchTrace;
}

/**
 * Verifies the token of a launch whose state and browser are already known to be good. Each check
 * leaves its name in the trace. Sources: LTI 1.3 core, section 5.3; security framework, 5.1.3.
 *
 * Throws a ToolError with the code of the first check that fails.
 */
export async function verifyLaunch(launch: Verification): Promise<VerifiedLaunch> {
  const { platform, login, trace } = launch;
  const token = await trace.step('token', () => parseIdToken(launch.idToken));
  const { keys } = launch;
  const key = await trace.step('key', () => keys.find(platform.jwksUri, token.kid));
  await trace.step('signature', () =>
    verifySignature(token, key, () => keys.findAgain(platform.jwksUri, token.kid)),
  );
  const { claims } = token;
  await trace.step('issuer', () => checkIssuer(claims, platform.issuer));
  await trace.step('audience', () => checkAudience(claims, platform.clientId));
  await trace.step('times', () => checkTimes(claims, launch.clock.now()));
  await trace.step('nonce', () => checkNonce(claims, login.nonce));
  await trace.step('version', () => checkVersion(claims));
  const message = await trace.step('message_type', () => readMessage(claims));
  const deploymentId = await trace.step('deployment', async () => {
    const id = readDeploymentId(claims);
    if (await launch.deployments.admit(platform.id, id)) return id;
    throw new ToolError('deployment_unknown');
  });
  const subject = await trace.step('subject', () => readSubject(claims));
  await trace.step('target', () => checkTarget(claims, login.targetLinkUri));
  const asked =
    message === 'LtiResourceLinkRequest'
      ? await trace.step('resource_link', () => linkIn(claims))
      : await trace.step('deep_linking', () => choiceIn(claims, platform));
  const roles = await trace.step('roles', () => readRoles(claims));
  return { ...asked, platform, deploymentId, subject, roles, details: readDetails(claims) };
}

function linkIn(claims: Claims) {
  return { kind: 'link', resourceLinkId: readResourceLinkId(claims) } as const;
}

function choiceIn(claims: Claims, platform: Platform) {
  return { kind: 'choice', wish: readChoiceWish(claims, platform) } as const;
}
