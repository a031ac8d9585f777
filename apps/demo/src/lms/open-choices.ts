import type { JWTPayload } from 'jose';
import { lmsPath } from '../views/lms-frame.ts';
import { claim, messageType } from './claim-names.ts';
import type { LaunchIntent } from './launch-intent.ts';
import { createOneTimeKeys, type OneTimeKeys } from './one-time-keys.ts';
import type { Platform } from './platform.ts';

/** Who is choosing for which course, by the `data` that the tool has to send back. */
export type OpenChoices = OneTimeKeys<Pick<LaunchIntent, 'person' | 'course'>>;

const LIFETIME_MS = 60 * 60_000;

/** Creates the store of open choices. Time comes from `now` (epoch milliseconds). */
export function createOpenChoices(now: () => number): OpenChoices {
  return createOneTimeKeys(now, LIFETIME_MS);
}

/**
 * Builds the claims that let a teacher choose what is added to a course, and remembers who it is.
 * Source: LTI Deep Linking 2.0 section 4.4.
 */
export function choiceClaims(
  platform: Platform,
  intent: LaunchIntent,
  choices: OpenChoices,
): JWTPayload {
  const { person, course } = intent;
  const returnPath = lmsPath({ ...intent, rest: '/chosen' });
  return {
    [claim.messageType]: messageType.choice,
    [claim.choiceSettings]: {
      deep_link_return_url: new URL(returnPath, platform.issuer).href,
      accept_types: ['ltiResourceLink'],
      accept_presentation_document_targets: ['iframe'],
      accept_multiple: true,
      accept_lineitem: false,
      data: choices.issue({ person, course }),
    },
  };
}
