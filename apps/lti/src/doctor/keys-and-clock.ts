import { message } from '@bluebridge/translations';
import { z } from 'zod';
import { type Clock, minute, second } from '../clock.ts';
import type { GuardedClient } from '../http/guarded-client.ts';
import { bad, type Finding, good, mind } from './finding.ts';

export interface WebMeans {
  readonly client: GuardedClient;
  readonly clock: Clock;
}

const keySet = z.object({ keys: z.array(z.object({ kty: z.string(), kid: z.string() })) });

/** Examines whether the keys of a platform can be had, and what time it is there. */
export async function examineKeysAndClock(
  { jwksUri: address }: { readonly jwksUri: string },
  { client, clock }: WebMeans,
): Promise<readonly Finding[]> {
  try {
    const { status, text, date } = await client(address);
    if (status !== 200) {
      return [
        bad(message('Its keys at {address} answer with status {status}; nobody can be let in.'), {
          address,
          status,
        }),
      ];
    }
    const { keys } = keySet.parse(JSON.parse(text));
    const count = keys.filter(({ kty }) => kty === 'RSA').length;
    const found =
      count > 0
        ? good(message('Its keys are reachable ({count}).'), { count })
        : bad(message('There is no RSA key with an id at {address}; nobody can be let in.'), {
            address,
          });
    return [found, clocks(date, clock)];
  } catch (error) {
    return error instanceof SyntaxError || error instanceof z.ZodError
      ? [bad(message('What is at {address} is no key set; nobody can be let in.'), { address })]
      : [
          bad(
            message(
              'Its keys at {address} cannot be reached from here; nobody can be let in. Check the address, the firewall and the certificate.',
            ),
            { address },
          ),
        ];
  }
}

/** Tokens are good for a minute on either side, so clocks further apart refuse everybody. */
function clocks(date: string | undefined, clock: Clock): Finding {
  const theirs = Date.parse(date ?? '');
  if (Number.isNaN(theirs)) return mind(message('It does not say what time it is there.'));
  const count = Math.round(Math.abs(clock.now() - theirs) / second);
  if (count * second > minute) {
    return bad(
      message('Its clock and ours are {count} s apart; launches fail. Set the clocks by NTP.'),
      { count },
    );
  }
  return count > 10
    ? mind(message('Its clock and ours are {count} s apart. Set the clocks by NTP.'), { count })
    : good(message('Its clock agrees with ours.'));
}
