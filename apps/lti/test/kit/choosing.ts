import { createLocalJWKSet, type JSONWebKeySet, jwtVerify, type JWTPayload } from 'jose';
import { expect } from 'vitest';
import { z } from 'zod';
import { claim } from '../../src/launch/claim-names.ts';
import { launch, post } from './driving.ts';
import { roles } from './fake-platform.ts';
import { fieldsIn } from './registering.ts';
import type { TestTool } from './test-tool.ts';
import type { ApiAnswer } from './visitor.ts';

type Changes = Readonly<Record<string, unknown>>;

/** What a Moodle asks for when a teacher adds an external tool. */
export const moodleWish = {
  accept_types: ['ltiResourceLink'],
  accept_presentation_document_targets: ['frame', 'iframe', 'window'],
  accept_multiple: true,
  auto_create: false,
  deep_link_return_url: 'https://lms.example/mod/lti/contentitem_return.php?course=2&sesskey=x',
  title: '',
  text: '',
};

/** The claims by which a teacher asks to choose. */
export function choiceClaims(wish: Changes = {}, changes: Changes = {}): Record<string, unknown> {
  return {
    sub: '3',
    name: 'Tina Teacher',
    [claim.roles]: [roles.teacher],
    [claim.messageType]: 'LtiDeepLinkingRequest',
    [claim.resourceLink]: undefined,
    [claim.deepLinkingSettings]: { ...moodleWish, ...wish },
    ...changes,
  };
}

/** Launches as somebody who wants to choose. */
export function askToChoose(tool: TestTool, wish?: Changes, changes?: Changes): Promise<Response> {
  return launch(tool, choiceClaims(wish, changes));
}

/** Somebody whose page for choosing is open. */
export interface Choosing {
  readonly id: string;
  readonly token: string;
  /** Asks what the page asks. */
  get<Reply>(path: string): Promise<ApiAnswer<Reply>>;
  /** Posts a choice, as the page does. */
  send(items: readonly Changes[], more?: Changes): Promise<Response>;
}

/** Launches as a teacher who wants to choose, and opens the page for it. */
export async function choosing(
  tool: TestTool,
  wish?: Changes,
  changes?: Changes,
): Promise<Choosing> {
  return choosingAfter(tool, await askToChoose(tool, wish, changes));
}

/** Opens the page for choosing that a launch leads to. */
export async function choosingAfter(tool: TestTool, launched: Response): Promise<Choosing> {
  const { id, code } = chooserIn(launched);
  const opened = await openChooser(tool, code);
  expect(opened.status).toBe(200);
  const { token } = (await opened.json()) as { token: string };
  return {
    id,
    token,
    get: <Reply>(path: string) => answerTo<Reply>(tool, token, path),
    send: (items, more) => sendChoice(tool, { id, token }, { items, ...more }),
  };
}

async function answerTo<Reply>(
  { app }: TestTool,
  token: string,
  path: string,
): Promise<ApiAnswer<Reply>> {
  const response = await app.request(path, { headers: { authorization: `Bearer ${token}` } });
  return { status: response.status, body: (await response.json()) as Reply };
}

/** Reads where a launch leads that lets somebody choose. */
export function chooserIn({ status, headers }: Response): { id: string; code: string } {
  const form = /^\/choose\/([0-9a-f]{32})\?lang=\w\w&platform=[0-9a-f]{32}#([\w-]{43})$/;
  const [, id, code] = form.exec(headers.get('location') ?? '') ?? [];
  expect([status, id === undefined]).toEqual([303, false]);
  return { id: id ?? '', code: code ?? '' };
}

/** Exchanges the code of a page for choosing. */
export function openChooser({ app }: TestTool, code: string): Promise<Response> {
  const headers = { 'content-type': 'application/json' };
  const body = JSON.stringify({ code });
  return Promise.resolve(app.request('/api/chooser/session', { method: 'POST', headers, body }));
}

/** Posts a choice, of whatever shape. */
export function sendChoice(
  tool: TestTool,
  { id, token }: { readonly id: string; readonly token: string },
  choice: unknown,
): Promise<Response> {
  const text = typeof choice === 'string' ? choice : JSON.stringify(choice);
  return post(tool, `/choose/${id}`, { token, choice: text });
}

const identifier = z.string().min(1).max(255);
const web = z.url({ protocol: /^https$/ });
const period = z
  .strictObject({
    startDateTime: z.iso.datetime().optional(),
    endDateTime: z.iso.datetime().optional(),
  })
  .refine((given) => Object.keys(given).length > 0);

/** A link to a resource as LTI Deep Linking 2.0, section 3.2.1, has it. */
export const contentItemSchema = z.strictObject({
  type: z.literal('ltiResourceLink'),
  title: z.string().min(1).max(200),
  url: web,
  custom: z.record(z.string(), z.string()),
  lineItem: z
    .strictObject({
      scoreMaximum: z.number().positive(),
      label: z.string().min(1),
      resourceId: identifier,
      tag: identifier,
    })
    .optional(),
  available: period.optional(),
  submission: period.optional(),
  iframe: z.strictObject({ width: z.int().positive(), height: z.int().positive() }).optional(),
  window: z.strictObject({ targetName: z.string().min(1) }).optional(),
});

export type SentItem = z.infer<typeof contentItemSchema>;

/** What a platform makes of an answer of ours. */
export interface Received {
  readonly items: readonly SentItem[];
  readonly claims: JWTPayload;
  readonly header: { readonly kid?: string; readonly alg?: string };
  /** Where the form leads, and what else may be posted to. */
  readonly returnUrl: string;
  readonly page: string;
  readonly policy: string;
}

/**
 * Receives an answer as a strict platform does: verifies it with our published keys, and each of
 * its items. Source: LTI Deep Linking 2.0, section 4.5.
 */
export async function receive(tool: TestTool, response: Response): Promise<Received> {
  const page = await response.text();
  expect(page).not.toContain('Code for support');
  expect(response.status).toBe(200);
  const keys = (await (await tool.app.request('/lti/jwks')).json()) as JSONWebKeySet;
  const { issuer, clientId } = tool.platform.settings;
  const { payload, protectedHeader } = await jwtVerify(
    fieldsIn(page)['JWT'] ?? '',
    createLocalJWKSet(keys),
    {
      issuer: clientId,
      audience: issuer,
      algorithms: ['RS256'],
      currentDate: new Date(tool.clock.now()),
      maxTokenAge: '5 min',
      requiredClaims: ['exp', 'iat', 'nonce'],
    },
  );
  expect(payload).toMatchObject({
    [claim.messageType]: 'LtiDeepLinkingResponse',
    [claim.version]: '1.3.0',
    [claim.deploymentId]: '1',
  });
  return {
    items: z.array(contentItemSchema).parse(payload[claim.contentItems]),
    claims: payload,
    header: protectedHeader,
    returnUrl: /<form[^>]* action="([^"]*)"/.exec(page)?.[1]?.replaceAll('&amp;', '&') ?? '',
    page,
    policy: response.headers.get('content-security-policy') ?? '',
  };
}

/** Puts a published recording into the index of a room. */
export async function addRecording(
  { storage }: TestTool,
  roomId: string,
  recordID: string,
  facts: Changes = {},
): Promise<void> {
  const playback = [{ type: 'presentation', url: 'https://bbb.example/playback/1' }];
  const recording = {
    recordID,
    state: 'published',
    facts: { recordID, state: 'published', name: 'Week one', playback, ...facts },
  } as const;
  await storage.recordings.rewrite(roomId, () => ({
    index: [recording],
    changes: [{ kind: 'added', recordID, state: 'published' }],
  }));
}
