import { SignJWT, type JWTPayload } from 'jose';
import { claim, messageType } from './claim-names.ts';
import { choiceClaims, type OpenChoices } from './open-choices.ts';
import type { LaunchIntent } from './launch-intent.ts';
import type { Platform, ToolAddresses } from './platform.ts';
import { fullName, type Activity } from './school.ts';

const MEMBERSHIP = 'http://purl.imsglobal.org/vocab/lis/v2/membership#';
const LIFETIME_SECONDS = 60;

/** Finds the page of the tool that a launch opens. */
export function targetOf({ opens }: LaunchIntent, tool: ToolAddresses): string {
  return opens === 'choice' ? tool.launch : (opens.url ?? tool.launch);
}

/**
 * Builds the claims of every launch. The set and the spelling are those of Moodle, without its
 * gradebook and roster services, which this LMS does not have.
 *
 * Source: LTI 1.3 Core sections 5.3 and 5.4.
 */
function launchClaims(platform: Platform, tool: ToolAddresses, intent: LaunchIntent): JWTPayload {
  const { person, course, opens } = intent;
  const coursePage = `${platform.issuer}/as/${person.slug}/courses/${course.slug}`;
  return {
    [claim.version]: '1.3.0',
    [claim.deploymentId]: platform.deploymentId,
    [claim.targetLink]: targetOf(intent, tool),
    [claim.roles]: [`${MEMBERSHIP}${person.isTeacher ? 'Instructor' : 'Learner'}`],
    [claim.context]: {
      id: course.id,
      label: course.label,
      title: course.title,
      type: ['CourseSection'],
    },
    [claim.lis]: {
      person_sourcedid: `sis-${person.slug}`,
      course_section_sourcedid: `SIS-${course.label}`,
    },
    [claim.presentation]: {
      locale: intent.language,
      document_target: intent.target,
      return_url: coursePage,
    },
    [claim.toolPlatform]: {
      guid: 'bluebridge-demo-lms',
      product_family_code: 'bluebridge-demo',
      version: '1',
      name: 'Demo LMS',
      description: 'The demo LMS of Bluebridge',
    },
    [claim.ext]: { user_username: person.slug, lms: 'bluebridge-demo' },
    [claim.custom]: { ...(opens !== 'choice' && opens.custom), context_history: '' },
    given_name: person.givenName,
    family_name: person.familyName,
    name: fullName(person),
    email: `${person.slug}@example.invalid`,
  };
}

/** Source: LTI 1.3 Core section 5.3.5. */
function linkClaims({ id, title, description }: Activity): JWTPayload {
  return {
    [claim.messageType]: messageType.link,
    [claim.resourceLink]: { id, title, description },
  };
}

/** Signs the id_token of one launch; it is good for 60 seconds. `now` is epoch milliseconds. */
export async function signIdToken(
  platform: Platform,
  tool: ToolAddresses,
  launch: { intent: LaunchIntent; nonce: string; choices: OpenChoices },
  now: number,
): Promise<string> {
  const issuedAt = Math.floor(now / 1000);
  const { intent, nonce, choices } = launch;
  const message =
    intent.opens === 'choice' ? choiceClaims(platform, intent, choices) : linkClaims(intent.opens);
  return new SignJWT({ ...launchClaims(platform, tool, intent), ...message, nonce })
    .setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid: platform.key.kid })
    .setIssuer(platform.issuer)
    .setAudience(platform.clientId)
    .setSubject(intent.person.id)
    .setIssuedAt(issuedAt)
    .setExpirationTime(issuedAt + LIFETIME_SECONDS)
    .sign(platform.key.privateKey);
}
