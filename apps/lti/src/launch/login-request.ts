import type { Fields } from '../http/read-body.ts';
import { ToolError } from '../http/tool-error.ts';
import { isOwnTarget } from './target-link.ts';

/** A login initiation of a platform. Source: LTI 1.3 security framework, section 5.1.1. */
export interface LoginRequest {
  readonly issuer: string;
  readonly clientId: string | undefined;
  readonly loginHint: string;
  readonly targetLinkUri: string;
  readonly messageHint: string | undefined;
  readonly deploymentHint: string | undefined;
  /** Frame of the platform that keeps values for us. Source: LTI client side postMessages. */
  readonly storageTarget: string | undefined;
}

/** Longest value of each parameter, in characters. */
const limits = {
  iss: 2048,
  client_id: 255,
  login_hint: 8192,
  target_link_uri: 2048,
  lti_message_hint: 8192,
  lti_deployment_id: 255,
  lti_storage_target: 2048,
} as const;

/**
 * Parses the fields of a login initiation; unknown ones are ignored.
 *
 * Throws `parameter_missing`, `parameter_too_long` or `target_foreign`.
 */
export function parseLoginRequest(fields: Fields, baseUrl: string): LoginRequest {
  const targetLinkUri = required(fields, 'target_link_uri');
  const request = {
    issuer: required(fields, 'iss'),
    loginHint: required(fields, 'login_hint'),
    targetLinkUri,
    clientId: optional(fields, 'client_id'),
    messageHint: optional(fields, 'lti_message_hint'),
    deploymentHint: optional(fields, 'lti_deployment_id'),
    storageTarget: frameName(optional(fields, 'lti_storage_target')),
  };
  if (!isOwnTarget(targetLinkUri, baseUrl)) throw new ToolError('target_foreign');
  return request;
}

/** A target that is no plain name of a frame counts as none; the launch may work without it. */
function frameName(target: string | undefined): string | undefined {
  return target !== undefined && /^[\w.-]{1,64}$/.test(target) ? target : undefined;
}

function required(fields: Fields, name: keyof typeof limits): string {
  const value = optional(fields, name);
  if (value === undefined) throw new ToolError('parameter_missing', name);
  return value;
}

function optional(fields: Fields, name: keyof typeof limits): string | undefined {
  const value = fields.get(name);
  if (value === undefined || value === '') return undefined;
  if (value.length > limits[name]) throw new ToolError('parameter_too_long', name);
  return value;
}
