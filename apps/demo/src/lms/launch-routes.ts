import { Hono, type Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { formPost } from '../http/form-post.ts';
import { messagePage } from '../views/layout.ts';
import { answerAuthorizationRequest } from './authorization-request.ts';
import { signIdToken } from './id-token.ts';
import type { LaunchHints } from './launch-intent.ts';
import type { OpenChoices } from './open-choices.ts';
import type { Platform, ToolAddresses } from './platform.ts';
import { openidConfiguration } from './platform.ts';

export interface LaunchRoutesOptions {
  platform: Platform;
  tool: ToolAddresses;
  hints: LaunchHints;
  choices: OpenChoices;
  /** Epoch milliseconds. */
  now: () => number;
}

const LARGEST_BODY_BYTES = 16 * 1024;

/** Creates the platform side of the LTI launch: discovery, keys and the authorization endpoint. */
export function createLaunchRoutes(options: LaunchRoutesOptions): Hono {
  const { platform, tool, hints, choices, now } = options;
  const routes = new Hono();

  routes.get('/.well-known/openid-configuration', (c) => c.json(openidConfiguration(platform)));

  routes.get('/jwks', (c) => c.json({ keys: [platform.key.publicJwk] }));

  // Announced because discovery demands it; there is no service to get a token for.
  routes.post('/token', (c) =>
    c.json({ error: 'invalid_scope', error_description: 'This LMS offers no services.' }, 400),
  );

  const authorize = async (c: Context, params: URLSearchParams): Promise<Response> => {
    const registration = { clientId: platform.clientId, redirectUri: tool.launch };
    const answer = answerAuthorizationRequest(params, registration, hints);
    switch (answer.kind) {
      case 'untrusted':
        return c.html(messagePage({ title: 'The room was not opened', text: answer.reason }), 400);
      case 'refused':
        return formPost(c, tool, tool.launch, errorFields(answer));
      case 'granted': {
        const idToken = await signIdToken(platform, tool, { ...answer, choices }, now());
        return formPost(c, tool, tool.launch, { id_token: idToken, state: answer.state });
      }
    }
  };

  // OpenID Connect Core 3.1.2.1: both methods, with the parameters in the query or in the body.
  routes.get('/authorize', (c) => authorize(c, new URL(c.req.url).searchParams));
  routes.post('/authorize', limitBody, async (c) =>
    authorize(c, new URLSearchParams(await c.req.text())),
  );
  return routes;
}

const limitBody = bodyLimit({
  maxSize: LARGEST_BODY_BYTES,
  onError: (c) =>
    c.html(
      messagePage({ title: 'The room was not opened', text: 'The tool sent too much at once.' }),
      413,
    ),
});

function errorFields(answer: {
  code: string;
  description: string;
  state?: string;
}): Record<string, string> {
  return {
    error: answer.code,
    error_description: answer.description,
    ...(answer.state !== undefined && { state: answer.state }),
  };
}
