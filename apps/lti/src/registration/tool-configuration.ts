import { noticeScope } from '../course-copy/ask-for-notices.ts';
import { groupScope } from '../services/course-groups.ts';
import { membershipScope } from '../services/memberships.ts';
import type { PlatformConfiguration } from './platform-configuration.ts';

const toolClaim = 'https://purl.imsglobal.org/spec/lti-tool-configuration';
const canvas = 'https://canvas.instructure.com/lti';
const deepLinking = 'LtiDeepLinkingRequest';

/** Values we ask for with every launch, by the name we read them under. */
const wantedVariables: Readonly<Record<string, readonly string[]>> = {
  context_history: ['Context.id.history'],
  link_history: ['ResourceLink.id.history'],
  // Each product has its own word; no platform knows both.
  groups: ['Moodle.Person.userGroupIds', 'Canvas.group.contextIds'],
  sections: ['com.instructure.User.sectionNames'],
};

/** Services we use, where a platform has them. */
const wantedScopes = [noticeScope, groupScope];

/** Whether a platform lets teachers choose what a link opens. */
export function offersDeepLinking({ messageTypes }: PlatformConfiguration): boolean {
  return messageTypes.includes(deepLinking);
}

/** Whether a platform names the groups of a course and who is in them. */
export function offersGroups({ scopes }: PlatformConfiguration): boolean {
  return scopes.includes(groupScope);
}

/**
 * Builds what we tell a platform about ourselves. It asks for no more than we use: names but no
 * e-mail addresses, and of the services only those named above. Source: LTI Dynamic Registration
 * 1.0, section 3.6.
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
    scope: scopesFor(platform).join(' '),
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

/** Who is in a course is of use only where the platform says in which groups they are. */
function scopesFor(platform: PlatformConfiguration): readonly string[] {
  const wanted = offersGroups(platform) ? [...wantedScopes, membershipScope] : wantedScopes;
  return wanted.filter((scope) => platform.scopes.includes(scope));
}

/** Only variables the platform knows: others would come back as they were sent. */
function customParameters({ variables }: PlatformConfiguration): Record<string, string> {
  return Object.fromEntries(
    Object.entries(wantedVariables).flatMap(([name, spellings]) => {
      const known = spellings.find((variable) => variables.includes(variable));
      return known === undefined ? [] : [[name, `$${known}`]];
    }),
  );
}

/** Places of a course where teachers choose, by the product; others have the one of the standard. */
const chooserPlacements: Readonly<Record<string, readonly string[]>> = {
  canvas: [
    'link_selection',
    'assignment_selection',
    'editor_button',
    'module_menu_modal',
    'module_index_menu_modal',
  ],
  brightspace: ['ContentArea', 'RichTextEditor'],
  desire2learn: ['ContentArea', 'RichTextEditor'],
};
const usualPlacements = ['ContentArea'];

function messagesFor(platform: PlatformConfiguration, launch: string, label: string): unknown[] {
  const { family } = platform;
  const link = family === 'canvas' ? { placements: ['course_navigation'] } : {};
  const known = Object.hasOwn(chooserPlacements, family) ? chooserPlacements[family] : undefined;
  const message = { target_link_uri: launch, label };
  return [
    { type: 'LtiResourceLinkRequest', ...message, ...link },
    ...(offersDeepLinking(platform)
      ? [{ type: deepLinking, ...message, placements: placesOf(platform, known) }]
      : []),
  ];
}

/** A platform may refuse us for a place it does not have, where it says which it has. */
function placesOf(
  { chooserPlacements: offered }: PlatformConfiguration,
  known: readonly string[] = usualPlacements,
): readonly string[] {
  const both = known.filter((place) => offered.includes(place));
  return both.length > 0 ? both : known;
}
