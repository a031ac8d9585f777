import { message } from '@bluebridge/translations';
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

function cookies(address: string): Finding {
  return address.startsWith('https:')
    ? good(message('The address {address} is https, so browsers keep our cookies in frames.'), {
        address,
      })
    : mind(
        message(
          'The address {address} is not https: it works in browsers on this machine only. For others, put a proxy with https in front and set LTI_BASE_URL.',
        ),
        { address },
      );
}

async function answers(address: string, client: GuardedClient): Promise<Finding> {
  try {
    const { status, text } = await client(`${address}/livez`);
    if (status === 200 && text === '{"status":"ok"}') {
      return good(message('The tool answers there.'));
    }
    return bad(
      message(
        'Something answers at {address}, with status {status}, but not this tool: check where the proxy leads.',
      ),
      { address, status },
    );
  } catch {
    return mind(
      message(
        'Nothing answers at {address} when asked from here: start the tool, or check the name, the proxy and its certificate.',
      ),
      { address },
    );
  }
}
