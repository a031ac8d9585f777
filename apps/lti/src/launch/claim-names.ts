const spec = 'https://purl.imsglobal.org/spec';
const lti = `${spec}/lti/claim`;

/** Names of the LTI claims in a launch. Source: LTI 1.3 core, section 5.3 and 5.4. */
export const claim = {
  version: `${lti}/version`,
  messageType: `${lti}/message_type`,
  deploymentId: `${lti}/deployment_id`,
  targetLinkUri: `${lti}/target_link_uri`,
  resourceLink: `${lti}/resource_link`,
  roles: `${lti}/roles`,
  context: `${lti}/context`,
  notice: `${lti}/notice`,
  noticeService: `${lti}/platformnotificationservice`,
  originContexts: `${lti}/origin_contexts`,
  custom: `${lti}/custom`,
  groupsService: `${spec}/lti-gs/claim/groupsservice`,
  membershipService: `${spec}/lti-nrps/claim/namesroleservice`,
  launchPresentation: `${lti}/launch_presentation`,
  deepLinkingSettings: `${spec}/lti-dl/claim/deep_linking_settings`,
  deepLinkingData: `${spec}/lti-dl/claim/data`,
  contentItems: `${spec}/lti-dl/claim/content_items`,
  gradesEndpoint: `${spec}/lti-ags/claim/endpoint`,
} as const;
