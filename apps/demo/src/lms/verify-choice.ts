import { jwtVerify, type JWTVerifyGetKey } from 'jose';
import { z } from 'zod';
import { claim, messageType } from './claim-names.ts';
import type { OpenChoices } from './open-choices.ts';
import type { Platform, ToolAddresses } from './platform.ts';
import type { Course, Person } from './school.ts';

/** A link that a tool wants to be made. */
export interface ChosenLink {
  title: string;
  description: string;
  url: string;
  custom: Readonly<Record<string, string>>;
}

export interface ChoiceVerification {
  platform: Platform;
  tool: ToolAddresses;
  /** Finds the tool's public keys. */
  toolKeys: JWTVerifyGetKey;
  choices: OpenChoices;
  /** Epoch milliseconds. */
  now: () => number;
}

const OLDEST_SECONDS = 300;

const link = z.object({
  type: z.literal('ltiResourceLink'),
  title: z.string().trim().min(1).max(200),
  text: z.string().max(1000).optional(),
  url: z.url().max(2048).optional(),
  custom: z.record(z.string().max(100), z.string().max(1000)).optional(),
});

const response = z.object({
  nonce: z.string().min(1),
  [claim.messageType]: z.literal(messageType.chosen),
  [claim.version]: z.literal('1.3.0'),
  [claim.deploymentId]: z.string(),
  [claim.choiceData]: z.string(),
  [claim.chosenItems]: z.array(link).max(50).default([]),
});

/**
 * Checks a tool's answer to a choice and returns the links it asks for, none when the teacher
 * changed their mind. Undefined: the answer cannot be trusted, or is not to this choice; it then
 * uses nothing up. An answer counts once.
 *
 * Source: LTI Deep Linking 2.0 section 4.5; LTI 1.3 Security Framework section 5.2.2.
 */
export async function verifyChoice(
  jwt: string,
  by: { person: Person; course: Course },
  { platform, tool, toolKeys, choices, now }: ChoiceVerification,
): Promise<readonly ChosenLink[] | undefined> {
  const claims = await verifiedClaims(jwt, { platform, toolKeys, now });
  const { data } = response.safeParse(claims);
  if (data === undefined || data[claim.deploymentId] !== platform.deploymentId) return undefined;
  const links = data[claim.chosenItems].map(
    ({ title, text = '', url = tool.launch, custom = {} }) => ({
      title,
      description: text,
      url,
      custom,
    }),
  );
  if (links.some(({ url }) => new URL(url).origin !== tool.origin)) return undefined;
  const choice = choices.redeem(data[claim.choiceData]);
  return choice?.person === by.person && choice.course === by.course ? links : undefined;
}

async function verifiedClaims(
  jwt: string,
  { platform, toolKeys, now }: Pick<ChoiceVerification, 'platform' | 'toolKeys' | 'now'>,
): Promise<unknown> {
  try {
    const { payload } = await jwtVerify(jwt, toolKeys, {
      algorithms: ['RS256'],
      issuer: platform.clientId,
      audience: platform.issuer,
      currentDate: new Date(now()),
      maxTokenAge: OLDEST_SECONDS,
      requiredClaims: ['exp', 'iat'],
    });
    return payload;
  } catch {
    return undefined;
  }
}
