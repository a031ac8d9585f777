import type { Hono } from 'hono';
import type { JWTPayload } from 'jose';
import { z } from 'zod';
import { chosen } from './chosen-item.ts';
import { messagePage, selectionPage } from './pages.ts';
import { verifyFromTool } from './platform-key.ts';
import type { Link } from './school.ts';
import { deploymentIn, type PlatformState, type RegisteredTool, type Selection } from './state.ts';

const lti = 'https://purl.imsglobal.org/spec/lti/claim';
const dl = 'https://purl.imsglobal.org/spec/lti-dl/claim';

/** Adds the address to which a tool posts what was chosen. Source: LTI Deep Linking 2.0. */
export function addDeepLinking(app: Hono, state: PlatformState): void {
  app.post(state.profile.paths.deepLinkReturn, async (c) => {
    const { JWT: jwt = '' } = await c.req.parseBody<Record<string, string>>();
    const key = c.req.query('sesskey') ?? '';
    const intent = state.choices.get(key);
    if (intent?.kind !== 'choice') return c.html(messagePage('Error', 'Invalid sesskey'), 400);
    try {
      const selection = await read(state, intent, jwt);
      state.choices.delete(key);
      const number = state.received.selections.push(selection) - 1;
      return c.html(selectionPage(selection, `/selections/${number}`));
    } catch (error) {
      return c.html(messagePage('Error', error instanceof Error ? error.message : 'Wrong'), 400);
    }
  });
  app.post('/selections/:number', (c) => {
    const selection = state.received.selections[Number(c.req.param('number'))];
    if (!selection) return c.notFound();
    const links = saveSelection(state, selection);
    return c.html(messagePage('Saved', links.map(({ title }) => title).join(', ')));
  });
}

async function read(
  state: PlatformState,
  intent: { readonly tool: RegisteredTool; readonly course: Selection['course'] },
  jwt: string,
): Promise<Selection> {
  const { tool, course } = intent;
  // Moodle looks at nothing but the signature, found by the key id, and the issuer.
  const claims = state.profile.trustsSignatureAlone
    ? await verifyFromTool(jwt, tool.keysUri, state.reach, {
        issuer: tool.clientId,
        currentDate: new Date(state.now()),
      })
    : await verifyFromTool(jwt, tool.keysUri, state.reach, {
        issuer: tool.clientId,
        audience: state.issuer,
        currentDate: new Date(state.now()),
        maxTokenAge: '5 min',
        requiredClaims: ['exp', 'iat', 'nonce'],
      });
  if (!state.profile.trustsSignatureAlone) checkAnswer(claims, deploymentIn(tool, course));
  const items = z.array(chosen).parse(claims[`${dl}/content_items`] ?? []);
  const message = claims[`${dl}/msg`];
  return {
    tool,
    course,
    items,
    message: typeof message === 'string' ? message : undefined,
    claims,
  };
}

function checkAnswer(claims: JWTPayload, deployment: string): void {
  const expected = {
    [`${lti}/message_type`]: 'LtiDeepLinkingResponse',
    [`${lti}/version`]: '1.3.0',
    [`${lti}/deployment_id`]: deployment,
  };
  for (const [name, value] of Object.entries(expected)) {
    if (claims[name] !== value) throw new Error(`${name.replace(`${lti}/`, '')} is wrong`);
  }
}

/** Makes links of what was chosen, as pressing “Save” does. */
export function saveSelection(state: PlatformState, { tool, course, items }: Selection): Link[] {
  const isMoodle = state.profile.family === 'moodle';
  const links = items.map((item): Link => {
    const { type, title, text, url, custom, lineItem, available, submission } = item;
    return {
      id: state.school.newLinkId(),
      courseId: course.id,
      clientId: tool.clientId,
      title: title || tool.name,
      text,
      url,
      custom,
      lineItem,
      // Moodle passes the dates over.
      available: isMoodle ? {} : available,
      submission: isMoodle ? {} : submission,
      // Moodle makes a link to the tool of anything; nothing opens behind it.
      broken: type !== 'ltiResourceLink',
    };
  });
  state.school.links.push(...links);
  return links;
}
