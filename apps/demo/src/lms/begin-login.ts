import type { Context } from 'hono';
import { formPost } from '../http/form-post.ts';
import { targetOf } from './id-token.ts';
import type { LaunchHints, LaunchIntent } from './launch-intent.ts';
import type { Platform, ToolAddresses } from './platform.ts';

export interface LoginParts {
  platform: Platform;
  tool: ToolAddresses;
  hints: LaunchHints;
}

/**
 * Answers with a page that posts to the tool's login address, where every launch begins.
 * Source: LTI 1.3 Security Framework section 5.1.1.1.
 */
export function beginLogin(
  c: Context,
  { platform, tool, hints }: LoginParts,
  intent: LaunchIntent,
): Response | Promise<Response> {
  return formPost(c, tool, tool.login, {
    iss: platform.issuer,
    target_link_uri: targetOf(intent, tool),
    login_hint: intent.person.id,
    lti_message_hint: hints.issue(intent),
    client_id: platform.clientId,
    lti_deployment_id: platform.deploymentId,
    ...(c.req.query('storage') === 'yes' && { lti_storage_target: '_parent' }),
  });
}
