const lti = 'https://purl.imsglobal.org/spec/lti/claim';

/** Names of the LTI claims in a launch. Source: LTI 1.3 core, section 5.3 and 5.4. */
export const claim = {
  version: `${lti}/version`,
  messageType: `${lti}/message_type`,
  deploymentId: `${lti}/deployment_id`,
  targetLinkUri: `${lti}/target_link_uri`,
  resourceLink: `${lti}/resource_link`,
  roles: `${lti}/roles`,
  context: `${lti}/context`,
  custom: `${lti}/custom`,
  launchPresentation: `${lti}/launch_presentation`,
} as const;
