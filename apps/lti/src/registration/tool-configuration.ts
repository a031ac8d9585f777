import type { PlatformConfiguration } from './platform-configuration.ts';

const toolClaim = 'https://purl.imsglobal.org/spec/lti-tool-configuration';
const canvas = 'https://canvas.instructure.com/lti';
const deepLinking = 'LtiDeepLinkingRequest';

/** Values we ask for with every launch, by the name we read them under. */
const wantedVariables = {
  context_history: '$Context.id.history',
  link_history: '$ResourceLink.id.history',
  groups: '$Moodle.Person.userGroupIds',
} as const;

/** Whether a platform lets teachers choose what a link opens. */
export function offersDeepLinking({ messageTypes }: PlatformConfiguration): boolean {
  return messageTypes.includes(deepLinking);
}

/**
 * Builds what we tell a platform about ourselves. It asks for no more than we use: names but no
 * e-mail addresses, and no service. Source: LTI Dynamic Registration 1.0, section 3.6.
 */
export function toolConfiguration(
  platform: PlatformConfiguration,
  { baseUrl, title }: { readonly baseUrl: string; readonly title: string },
): Record<string, unknown> {
  const launch = `${baseUrl}/lti/launch`;
  return {
    application_type: 'web',
    response_types: ['id_token'],
    grant_types: ['implicit', 'client_credentials'],
    token_endpoint_auth_method: 'private_key_jwt',
    initiate_login_uri: `${baseUrl}/lti/login`,
    redirect_uris: [launch],
    jwks_uri: `${baseUrl}/lti/jwks`,
    logo_uri: `${baseUrl}/assets/icon.svg`,
    client_name: title,
    scope: '',
    [toolClaim]: {
      domain: new URL(baseUrl).host,
      description: title,
      target_link_uri: launch,
      custom_parameters: customParameters(platform),
      claims: ['iss', 'sub', 'name', 'given_name', 'family_name'],
      messages: messagesFor(platform, launch, title),
      ...(platform.family === 'canvas' && { [`${canvas}/privacy_level`]: 'name_only' }),
    },
  };
}

/** Only variables the platform knows: others would come back as they were sent. */
function customParameters({ variables }: PlatformConfiguration): Record<string, string> {
  return Object.fromEntries(
    Object.entries(wantedVariables).filter(([, name]) => variables.includes(name.slice(1))),
  );
}

function messagesFor(platform: PlatformConfiguration, launch: string, label: string): unknown[] {
  const onCanvas = platform.family === 'canvas';
  const link = onCanvas ? { placements: ['course_navigation'] } : {};
  const chooser = onCanvas ? ['link_selection', 'module_menu_modal'] : ['ContentArea'];
  const message = { target_link_uri: launch, label };
  return [
    { type: 'LtiResourceLinkRequest', ...message, ...link },
    ...(offersDeepLinking(platform)
      ? [{ type: deepLinking, ...message, placements: chooser }]
      : []),
  ];
}
