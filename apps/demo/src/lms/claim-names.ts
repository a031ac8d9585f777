const CORE = 'https://purl.imsglobal.org/spec/lti/claim/';
const DEEP_LINKING = 'https://purl.imsglobal.org/spec/lti-dl/claim/';

/** Names of the claims in use. Sources: LTI 1.3 Core section 5.3, LTI Deep Linking 2.0 section 4. */
export const claim = {
  messageType: `${CORE}message_type`,
  version: `${CORE}version`,
  deploymentId: `${CORE}deployment_id`,
  targetLink: `${CORE}target_link_uri`,
  roles: `${CORE}roles`,
  context: `${CORE}context`,
  resourceLink: `${CORE}resource_link`,
  lis: `${CORE}lis`,
  presentation: `${CORE}launch_presentation`,
  toolPlatform: `${CORE}tool_platform`,
  ext: `${CORE}ext`,
  custom: `${CORE}custom`,
  choiceSettings: `${DEEP_LINKING}deep_linking_settings`,
  chosenItems: `${DEEP_LINKING}content_items`,
  choiceData: `${DEEP_LINKING}data`,
} as const;

/** Values of the claim `message_type`. */
export const messageType = {
  link: 'LtiResourceLinkRequest',
  choice: 'LtiDeepLinkingRequest',
  chosen: 'LtiDeepLinkingResponse',
} as const;
