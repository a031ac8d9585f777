import { randomUUID } from 'node:crypto';
import { targetOf } from './login.ts';
import { rolesAtLaunch } from './roles.ts';
import { fullName } from './school.ts';
import { deploymentIn, type Intent, type PlatformState } from './state.ts';
import { fillVariables } from './variables.ts';

const lti = 'https://purl.imsglobal.org/spec/lti/claim';
const spec = 'https://purl.imsglobal.org/spec';

/** Signs the id_token that answers a launch. */
export function idToken(state: PlatformState, intent: Intent, nonce: string): Promise<string> {
  const now = Math.floor(state.now() / 1000);
  return state.key.sign({
    nonce,
    iat: now,
    exp: now + state.profile.tokenLifetime,
    iss: state.issuer,
    aud: intent.tool.clientId,
    sub: intent.person.id,
    ...claimsOf(state, intent),
  });
}

function claimsOf(state: PlatformState, intent: Intent): Record<string, unknown> {
  const { profile, issuer } = state;
  const { tool, person, course } = intent;
  return {
    [`${lti}/deployment_id`]: deploymentIn(tool, course),
    [`${lti}/version`]: '1.3.0',
    [`${lti}/target_link_uri`]: targetOf(intent),
    [`${lti}/roles`]: rolesAtLaunch(state, person, course),
    [`${lti}/context`]: {
      id: course.id,
      label: course.label,
      title: course.title,
      type: [profile.contextType],
    },
    [`${lti}/lis`]: {
      person_sourcedid: `sis-${person.slug}`,
      course_section_sourcedid: `SIS-${course.label}`,
    },
    ...(tool.sendsName && {
      name: fullName(person),
      given_name: person.givenName,
      family_name: person.familyName,
    }),
    ...(tool.sendsEmail && { email: `${person.slug}@example.invalid` }),
    [`${lti}/ext`]: { user_username: person.slug, lms: `${profile.family}-2` },
    [`${lti}/launch_presentation`]: {
      locale: intent.locale,
      document_target: intent.target,
      return_url: `${state.url}/as/${person.slug}/courses/${course.slug}`,
    },
    [`${lti}/tool_platform`]: {
      product_family_code: profile.family,
      version: profile.version,
      guid: 'f9bc0000-simulated',
      name: 'SIMLAB',
      description: `A simulated ${profile.family}, ${issuer}`,
    },
    [`${lti}/custom`]: customOf(state, intent),
    ...messageOf(state, intent),
    ...serviceClaims(state, intent),
  };
}

function customOf(state: PlatformState, intent: Intent): Record<string, string> {
  const own = intent.kind === 'link' ? intent.link.custom : {};
  const { custom } = intent.tool;
  const values = state.profile.toolValuesWin ? { ...own, ...custom } : { ...custom, ...own };
  return fillVariables(state, intent, values);
}

function messageOf(state: PlatformState, intent: Intent): Record<string, unknown> {
  if (intent.kind === 'choice') {
    const key = randomUUID();
    state.choices.set(key, intent);
    const { types, multiple, lineItem } = intent.chooser;
    const returnTo = new URL(state.profile.paths.deepLinkReturn, state.url);
    returnTo.searchParams.set('course', intent.course.id);
    returnTo.searchParams.set('sesskey', key);
    return {
      [`${lti}/message_type`]: 'LtiDeepLinkingRequest',
      [`${spec}/lti-dl/claim/deep_linking_settings`]: {
        accept_types: types,
        accept_presentation_document_targets: ['frame', 'iframe', 'window'],
        accept_multiple: multiple,
        ...(lineItem !== undefined && { accept_lineitem: lineItem }),
        auto_create: false,
        accept_copy_advice: false,
        deep_link_return_url: returnTo.href,
        title: '',
        text: '',
        ...(intent.data !== undefined && { data: intent.data }),
      },
    };
  }
  const { course } = intent;
  return {
    [`${lti}/message_type`]: 'LtiResourceLinkRequest',
    [`${lti}/resource_link`]:
      intent.kind === 'link'
        ? { id: intent.link.id, title: intent.link.title, description: intent.link.text }
        : { id: course.id, title: course.title },
  };
}

/** Addresses of the services the tool may use. */
function serviceClaims(state: PlatformState, intent: Intent): Record<string, unknown> {
  const { profile, url, school } = state;
  const { tool, course } = intent;
  const granted = (part: string) => tool.scopes.filter((scope) => scope.includes(part));
  const ags = granted('lti-ags');
  const deployment = deploymentIn(tool, course);
  const roster = url + filled(profile.paths.roster, { course: course.id, tool: deployment });
  const lineItems = url + filled(profile.paths.lineItems, { course: course.id });
  const hasLinks = school.links.some(
    (link) => link.courseId === course.id && link.clientId === tool.clientId,
  );
  // A Moodle names the roster to a chooser only once a link of the tool is in the course.
  const hasRoster =
    granted('contextmembership').length > 0 && (hasLinks || intent.kind !== 'choice');
  return {
    ...(ags.length > 0 && {
      [`${spec}/lti-ags/claim/endpoint`]: {
        scope: ags,
        lineitems: lineItems,
        ...(intent.kind === 'link' &&
          intent.link.lineItem !== undefined && {
            lineitem: `${lineItems}/${intent.link.id}/lineitem`,
          }),
      },
    }),
    ...(hasRoster && {
      [`${spec}/lti-nrps/claim/namesroleservice`]: {
        context_memberships_url: roster,
        service_versions: ['1.0', '2.0'],
      },
    }),
    ...(state.groups && {
      [`${spec}/lti-gs/claim/groupsservice`]: {
        scope: ['https://purl.imsglobal.org/spec/lti-gs/scope/contextgroup.readonly'],
        context_groups_url: `${url}/groups/${course.id}`,
        context_group_sets_url: `${url}/groups/${course.id}/sets`,
        service_versions: ['1.0'],
      },
    }),
    ...(profile.paths.notices !== undefined &&
      granted('noticehandlers').length > 0 && {
        [`${lti}/platformnotificationservice`]: {
          service_versions: ['1.0'],
          platform_notification_service_url:
            url + filled(profile.paths.notices, { deployment: deployment.split(':')[0] ?? '' }),
          scope: granted('noticehandlers'),
          notice_types_supported: ['LtiHelloWorldNotice', 'LtiContextCopyNotice'],
        },
      }),
  };
}

/** Fills the places of a path. */
function filled(path: string, values: Readonly<Record<string, string>>): string {
  return path.replaceAll(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '');
}
