/** Somebody in one of many courses. */
export interface Person {
  /** From 0. */
  readonly number: number;
  readonly course: number;
  readonly isTeacher: boolean;
}

interface About {
  readonly url: string;
  readonly issuer: string;
  readonly clientId: string;
}

interface Login {
  readonly nonce: string;
  readonly targetLinkUri: string;
}

const lti = 'https://purl.imsglobal.org/spec/lti/claim';
const membership = 'http://purl.imsglobal.org/vocab/lis/v2/membership';

/** Gathers people in courses of so many each, with one teacher in each, from a number on. */
export function peopleFrom(first: number, count: number, each: number): readonly Person[] {
  return Array.from({ length: count }, (_, index) => ({
    number: first + index,
    course: Math.floor((first + index) / each),
    isTeacher: index % each === 0,
  }));
}

/** Says of a person what a Moodle says, in about 2 KB. */
export function claimsOf(about: About, person: Person, { nonce, targetLinkUri }: Login): object {
  const { url, issuer, clientId } = about;
  const { number, course, isTeacher } = person;
  const now = Math.floor(Date.now() / 1000);
  const roles = isTeacher
    ? [
        'http://purl.imsglobal.org/vocab/lis/v2/institution/person#Instructor',
        `${membership}#Instructor`,
      ]
    : [`${membership}#Learner`];
  return {
    iss: issuer,
    aud: clientId,
    sub: String(1000 + number),
    nonce,
    iat: now,
    exp: now + 60,
    [`${lti}/deployment_id`]: '1',
    [`${lti}/target_link_uri`]: targetLinkUri,
    [`${lti}/roles`]: roles,
    [`${lti}/context`]: {
      id: String(course),
      label: `PHYS${course}`,
      title: `Physik – Übungsgruppe ${course}`,
      type: ['CourseSection'],
    },
    [`${lti}/resource_link`]: {
      id: String(course),
      title: 'Wöchentliche Sprechstunde',
      description: '<p>Wir treffen uns jeden Dienstag um 14 Uhr.</p>',
    },
    [`${lti}/message_type`]: 'LtiResourceLinkRequest',
    [`${lti}/version`]: '1.3.0',
    given_name: 'Ada',
    family_name: `Übermut ${number}`,
    name: `Ada Übermut ${number}`,
    email: `person${number}@schule.example.org`,
    [`${lti}/ext`]: { user_username: `person${number}`, lms: 'moodle-2' },
    [`${lti}/launch_presentation`]: {
      locale: 'de',
      document_target: 'window',
      return_url: `${url}/mod/lti/return.php?course=${course}&launch_container=4&instanceid=${course}&sesskey=Tz0d8rKQx1`,
    },
    [`${lti}/tool_platform`]: {
      product_family_code: 'moodle',
      version: '2024100712',
      guid: 'schule.example.org',
      name: 'Schule',
      description: 'Lernplattform der Schule',
    },
    [`${lti}/custom`]: { context_id_history: '$Context.id.history' },
    [`${lti}/lis`]: { person_sourcedid: '', course_section_sourcedid: '' },
    [`${lti}-bos/basicoutcomesservice`]: {
      lis_result_sourcedid: `{"data":{"instanceid":"${course}","userid":"${number}","typeid":"1","launchid":8642},"hash":"4b5c9f"}`,
      lis_outcome_service_url: `${url}/mod/lti/service.php`,
    },
    'https://purl.imsglobal.org/spec/lti-ags/claim/endpoint': {
      scope: ['https://purl.imsglobal.org/spec/lti-ags/scope/score'],
      lineitems: `${url}/mod/lti/services.php/${course}/lineitems?type_id=1`,
      lineitem: `${url}/mod/lti/services.php/${course}/lineitems/${course}/lineitem?type_id=1`,
    },
    'https://purl.imsglobal.org/spec/lti-nrps/claim/namesroleservice': {
      context_memberships_url: `${url}/mod/lti/services.php/CourseSection/${course}/bindings/1/memberships`,
      service_versions: ['1.0', '2.0'],
    },
  };
}
