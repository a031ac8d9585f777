import type { GuardedClient } from '../http/guarded-client.ts';
import { bad, type Finding, good, mind } from './finding.ts';

/**
 * Examines the address people reach the tool at: whether browsers keep its cookies in a frame, and
 * whether this tool answers there. `client` may ask private addresses, for this one is our own.
 */
export async function examineAddress(
  baseUrl: string,
  client: GuardedClient,
): Promise<readonly Finding[]> {
  return [cookies(baseUrl), await answers(baseUrl, client)];
}

function cookies(baseUrl: string): Finding {
  return baseUrl.startsWith('https:')
    ? good(`The address ${baseUrl} is https, so browsers keep our cookies in frames.`)
    : mind(
        `The address ${baseUrl} is not https: it works in browsers on this machine only. For others, put a proxy with https in front and set LTI_BASE_URL.`,
      );
}

async function answers(baseUrl: string, client: GuardedClient): Promise<Finding> {
  try {
    const { status, text } = await client(`${baseUrl}/livez`);
    if (status === 200 && text === '{"status":"ok"}') return good('The tool answers there.');
    return bad(
      `Something answers at ${baseUrl}, with status ${status}, but not this tool: check where the proxy leads.`,
    );
  } catch {
    return mind(
      `Nothing answers at ${baseUrl} when asked from here: start the tool, or check the name, the proxy and its certificate.`,
    );
  }
}
