import type { Profile } from '../profile.ts';

const membership = 'http://purl.imsglobal.org/vocab/lis/v2/membership';
const ags = 'https://purl.imsglobal.org/spec/lti-ags/scope';
const learner = `${membership}#Learner`;

const roles = {
  teacher: [`${membership}#Instructor`],
  assistant: [`${membership}/Instructor#TeachingAssistant`, `${membership}#Instructor`],
  designer: [`${membership}#ContentDeveloper`],
  student: [learner],
  observer: [`${membership}#Mentor`],
  // A teacher who looks at the course as a student would.
  tester: [learner, 'http://purl.imsglobal.org/vocab/lti/system/person#TestUser'],
};

/**
 * Canvas, hosted by Instructure. No Canvas was at hand: everything is from its developer
 * documentation, and what that does not say (lifetimes, paging, errors of the authorization
 * address, what wins among custom values, what the frame allows) is common knowledge to be checked.
 */
export const canvas: Profile = {
  family: 'canvas',
  version: 'OpenSource',
  issuer: 'https://canvas.instructure.com',
  signsInElsewhere: true,
  paths: {
    configuration: '/api/lti/security/openid-configuration',
    registration: '/api/lti/registrations',
    authorization: '/api/lti/authorize_redirect',
    token: '/login/oauth2/token',
    keys: '/api/lti/security/jwks',
    deepLinkReturn: '/courses/deep_linking_response',
    roster: '/api/lti/courses/{course}/names_and_roles',
    lineItems: '/api/lti/courses/{course}/line_items',
    notices: '/api/lti/notice-handlers/{deployment}',
    storage: '/post_message_forwarding',
  },
  registration: { tokenForDescription: true, namesDeployment: false },
  scopes: [
    `${ags}/lineitem`,
    `${ags}/lineitem.readonly`,
    `${ags}/result.readonly`,
    `${ags}/score`,
    'https://purl.imsglobal.org/spec/lti-nrps/scope/contextmembership.readonly',
    'https://purl.imsglobal.org/spec/lti/scope/noticehandlers',
  ],
  variables: [
    'Context.id',
    'Context.title',
    'Context.id.history',
    'ResourceLink.id',
    'ResourceLink.title',
    'ResourceLink.available.startDateTime',
    'ResourceLink.available.endDateTime',
    'ResourceLink.submission.endDateTime',
    'Person.name.full',
    'Person.email.primary',
    'Person.address.timezone',
    'User.id',
    'User.username',
    'User.image',
    'Canvas.api.domain',
    'Canvas.course.id',
    'Canvas.course.startAt',
    'Canvas.course.endAt',
    'Canvas.course.workflowState',
    'Canvas.group.contextIds',
    'com.instructure.Course.groupIds',
    'Membership.role',
    'com.instructure.User.sectionNames',
    'Canvas.user.prefersHighContrast',
  ],
  messages: [
    { type: 'LtiResourceLinkRequest', placements: ['course_navigation', 'link_selection'] },
    {
      type: 'LtiDeepLinkingRequest',
      placements: [
        'assignment_selection',
        'editor_button',
        'link_selection',
        'module_index_menu_modal',
        'module_menu_modal',
      ],
    },
  ],
  login: {
    deploymentParameter: 'deployment_id',
    more: {
      canvas_region: 'us-east-1',
      canvas_environment: 'prod',
      lti_storage_target: 'post_message_forwarding',
    },
    hint: 'signed',
  },
  authorization: {
    required: [
      'scope',
      'response_type',
      'client_id',
      'redirect_uri',
      'login_hint',
      'nonce',
      'lti_message_hint',
      'response_mode',
      'prompt',
      'state',
    ],
    invalidError: 'invalid_request_object',
    postsEarlyErrors: true,
    strangerError: 'login_required',
  },
  tokenLifetime: 3600,
  contextType: 'http://purl.imsglobal.org/vocab/lis/v2/course#CourseOffering',
  launchRoles: roles,
  administratorRoles: ['http://purl.imsglobal.org/vocab/lis/v2/institution/person#Administrator'],
  tellsOtherCourses: true,
  everybodyRoles: ['http://purl.imsglobal.org/vocab/lis/v2/system/person#User'],
  rosterRoles: roles,
  administratorRosterRoles: [],
  choosers: [
    { placement: 'link_selection', types: ['ltiResourceLink'], multiple: true, lineItem: false },
    { placement: 'module_menu_modal', types: ['ltiResourceLink'], multiple: true, lineItem: true },
    {
      placement: 'assignment_selection',
      types: ['ltiResourceLink'],
      multiple: false,
      lineItem: true,
    },
    {
      placement: 'editor_button',
      types: ['link', 'file', 'html', 'ltiResourceLink', 'image'],
      multiple: true,
      lineItem: false,
    },
  ],
  trustsSignatureAlone: false,
  hasNavigation: true,
  toolValuesWin: false,
  frameAllows:
    'geolocation *; microphone *; camera *; midi *; encrypted-media *; autoplay *; clipboard-write *; display-capture *',
};
