import type { Profile } from '../profile.ts';

const membership = 'http://purl.imsglobal.org/vocab/lis/v2/membership#';
const ags = 'https://purl.imsglobal.org/spec/lti-ags/scope';

/**
 * Moodle 4.5. Measured on a Moodle 4.5.5: the description, the parameters of the login, the checks
 * and error answers of the authorization address, the claims, roles at launch and in the roster,
 * paging, deep linking, course copies and what the frame allows.
 */
export const moodle: Profile = {
  family: 'moodle',
  version: '4.5.5+ (Build: 20250613)',
  issuer: undefined,
  signsInElsewhere: false,
  paths: {
    configuration: '/mod/lti/openid-configuration.php',
    registration: '/mod/lti/openid-registration.php',
    authorization: '/mod/lti/auth.php',
    token: '/mod/lti/token.php',
    keys: '/mod/lti/certs.php',
    deepLinkReturn: '/mod/lti/contentitem_return.php',
    roster: '/mod/lti/services.php/CourseSection/{course}/bindings/{tool}/memberships',
    lineItems: '/mod/lti/services.php/{course}/lineitems',
    notices: undefined,
    storage: undefined,
  },
  registration: { tokenForDescription: false, namesDeployment: true },
  scopes: [
    'https://purl.imsglobal.org/spec/lti-bo/scope/basicoutcome',
    `${ags}/lineitem.readonly`,
    `${ags}/result.readonly`,
    `${ags}/score`,
    `${ags}/lineitem`,
    'https://purl.imsglobal.org/spec/lti-nrps/scope/contextmembership.readonly',
    'https://purl.imsglobal.org/spec/lti-ts/scope/toolsetting',
  ],
  variables: [
    'Context.id',
    'Context.title',
    'Context.label',
    'Context.id.history',
    'Context.sourcedId',
    'CourseSection.title',
    'CourseSection.label',
    'CourseSection.sourcedId',
    'CourseSection.timeFrame.begin',
    'CourseSection.timeFrame.end',
    'ResourceLink.id',
    'ResourceLink.title',
    'ResourceLink.description',
    'User.id',
    'User.username',
    'Person.name.full',
    'Person.name.given',
    'Person.name.family',
    'Person.email.primary',
    'Person.sourcedId',
    'Person.address.timezone',
    'Membership.role',
    'Moodle.Person.userGroupIds',
  ],
  messages: [
    { type: 'LtiResourceLinkRequest' },
    { type: 'LtiDeepLinkingRequest', placements: ['ContentArea'] },
  ],
  login: { deploymentParameter: 'lti_deployment_id', more: {}, hint: 'launch id' },
  authorization: {
    required: ['scope', 'response_type', 'client_id', 'redirect_uri', 'login_hint', 'nonce'],
    invalidError: 'invalid_request',
    postsEarlyErrors: false,
    strangerError: 'access_denied',
  },
  tokenLifetime: 60,
  contextType: 'CourseSection',
  launchRoles: {
    teacher: [`${membership}Instructor`],
    // Moodle has no role of its own for teachers who may not edit.
    assistant: [`${membership}Instructor`],
    designer: undefined,
    student: [`${membership}Learner`],
    observer: undefined,
    tester: undefined,
  },
  administratorRoles: [
    'http://purl.imsglobal.org/vocab/lis/v2/institution/person#Administrator',
    `${membership}Instructor`,
    'http://purl.imsglobal.org/vocab/lis/v2/system/person#Administrator',
  ],
  tellsOtherCourses: false,
  everybodyRoles: [],
  rosterRoles: {
    teacher: ['Instructor'],
    // Whether somebody may edit decides here, but not at launch.
    assistant: ['Learner'],
    designer: undefined,
    student: ['Learner'],
    observer: undefined,
    tester: undefined,
  },
  administratorRosterRoles: ['http://purl.imsglobal.org/vocab/lis/v2/person#Administrator'],
  choosers: [
    { placement: undefined, types: ['ltiResourceLink'], multiple: true, lineItem: undefined },
  ],
  trustsSignatureAlone: true,
  hasNavigation: false,
  toolValuesWin: true,
  frameAllows:
    'microphone {tool}; camera {tool}; geolocation {tool}; midi {tool}; encrypted-media {tool}; autoplay {tool}',
};
