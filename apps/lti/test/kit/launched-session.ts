import type { Session } from '../../src/storage/sessions.ts';
import { admissionOf, begin, claimsFor, launchWith } from './driving.ts';
import { sign } from './fake-platform.ts';
import type { TestTool } from './test-tool.ts';

/** Launches with changed claims and answers the session it led to; undefined when it led to none. */
export async function launchedSession(
  tool: TestTool,
  changes: Record<string, unknown> = {},
  platform = tool.platform,
): Promise<Session | undefined> {
  const { issuer, clientId } = platform.settings;
  const begun = await begin(tool, platform);
  const claims = claimsFor(tool, begun, { iss: issuer, aud: clientId, ...changes });
  const admission = admissionOf(await launchWith(tool, begun, await sign(claims, platform.keys)));
  const id = await tool.storage.tickets.redeem('session', admission?.code ?? '');
  return tool.storage.sessions.get(id ?? '');
}
