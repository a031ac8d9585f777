import type { GuardedClient, GuardedRequest } from '../../src/http/guarded-client.ts';

export interface SentRequest extends GuardedRequest {
  readonly url: string;
}

type Answer = { readonly status?: number; readonly json?: unknown; readonly text?: string };

/** A web of a few addresses; anything else cannot be reached. */
export interface FakeWeb {
  readonly client: GuardedClient;
  readonly sent: SentRequest[];
  answers: Record<string, Answer>;
}

export function fakeWeb(answers: Record<string, Answer>): FakeWeb {
  const web: FakeWeb = {
    sent: [],
    answers,
    client: async (url, request = {}) => {
      web.sent.push({ url, ...request });
      const answer = web.answers[url];
      if (!answer) throw new Error('unreachable');
      return { status: answer.status ?? 200, text: answer.text ?? JSON.stringify(answer.json) };
    },
  };
  return web;
}

export const moodle = 'https://moodle.example';
export const configurationUrl = `${moodle}/mod/lti/openid-configuration.php`;
export const registrationUrl = `${moodle}/mod/lti/openid-registration.php`;

/** How a Moodle describes itself, with changes. */
export function moodleDescription(changes: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    issuer: moodle,
    authorization_endpoint: `${moodle}/mod/lti/auth.php`,
    token_endpoint: `${moodle}/mod/lti/token.php`,
    jwks_uri: `${moodle}/mod/lti/certs.php`,
    registration_endpoint: registrationUrl,
    id_token_signing_alg_values_supported: ['RS256'],
    'https://purl.imsglobal.org/spec/lti-platform-configuration': {
      product_family_code: 'moodle',
      version: '4.5.5',
      messages_supported: [
        { type: 'LtiResourceLinkRequest' },
        { type: 'LtiDeepLinkingRequest', placements: ['ContentArea'] },
      ],
      variables: ['Context.id.history', 'Moodle.Person.userGroupIds'],
    },
    ...changes,
  };
}

/** A Moodle that describes itself and accepts registrations. */
export function moodleWeb(changes: Record<string, unknown> = {}): FakeWeb {
  return fakeWeb({
    [configurationUrl]: { json: moodleDescription(changes) },
    [registrationUrl]: {
      status: 201,
      json: {
        client_id: 'wenG9pUWpwHsi4A',
        'https://purl.imsglobal.org/spec/lti-tool-configuration': { deployment_id: '1' },
      },
    },
  });
}
