import { SignJWT, type JWTPayload } from 'jose';
import type { LaunchIntent } from './launch-hints.ts';
import type { Platform, ToolAddresses } from './platform.ts';
import { fullName } from './school.ts';

const CLAIM = 'https://purl.imsglobal.org/spec/lti/claim/';
const MEMBERSHIP = 'http://purl.imsglobal.org/vocab/lis/v2/membership#';
const LIFETIME_SECONDS = 60;

/**
 * Builds the claims of a resource link launch. The set and the spelling are those of Moodle,
 * without its gradebook and roster services, which this LMS does not have.
 *
 * Source: LTI 1.3 Core sections 5.3 and 5.4.
 */
function launchClaims(platform: Platform, tool: ToolAddresses, intent: LaunchIntent): JWTPayload {
  const { person, course, activity } = intent;
  const coursePage = `${platform.issuer}/as/${person.slug}/courses/${course.slug}`;
  return {
    [`${CLAIM}message_type`]: 'LtiResourceLinkRequest',
    [`${CLAIM}version`]: '1.3.0',
    [`${CLAIM}deployment_id`]: platform.deploymentId,
    [`${CLAIM}target_link_uri`]: tool.launch,
    [`${CLAIM}roles`]: [`${MEMBERSHIP}${person.isTeacher ? 'Instructor' : 'Learner'}`],
    [`${CLAIM}context`]: {
      id: course.id,
      label: course.label,
      title: course.title,
      type: ['CourseSection'],
    },
    [`${CLAIM}resource_link`]: {
      id: activity.id,
      title: activity.title,
      description: activity.description,
    },
    [`${CLAIM}lis`]: {
      person_sourcedid: `sis-${person.slug}`,
      course_section_sourcedid: `SIS-${course.label}`,
    },
    [`${CLAIM}launch_presentation`]: {
      locale: intent.language,
      document_target: intent.target,
      return_url: coursePage,
    },
    [`${CLAIM}tool_platform`]: {
      guid: 'bluebridge-demo-lms',
      product_family_code: 'bluebridge-demo',
      version: '1',
      name: 'Demo LMS',
      description: 'The demo LMS of Bluebridge',
    },
    [`${CLAIM}ext`]: { user_username: person.slug, lms: 'bluebridge-demo' },
    [`${CLAIM}custom`]: { context_history: '' },
    given_name: person.givenName,
    family_name: person.familyName,
    name: fullName(person),
    email: `${person.slug}@example.invalid`,
  };
}

/** Signs the id_token of one launch; it is good for 60 seconds. `now` is epoch milliseconds. */
export async function signIdToken(
  platform: Platform,
  tool: ToolAddresses,
  launch: { intent: LaunchIntent; nonce: string },
  now: number,
): Promise<string> {
  const issuedAt = Math.floor(now / 1000);
  return new SignJWT({ ...launchClaims(platform, tool, launch.intent), nonce: launch.nonce })
    .setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid: platform.key.kid })
    .setIssuer(platform.issuer)
    .setAudience(platform.clientId)
    .setSubject(launch.intent.person.id)
    .setIssuedAt(issuedAt)
    .setExpirationTime(issuedAt + LIFETIME_SECONDS)
    .sign(platform.key.privateKey);
}
