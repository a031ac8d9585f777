import type { ToolApp, ToolContext } from '../http/context.ts';
import { frameOriginsOf } from '../http/frame-origins.ts';
import { type Fields, fieldsOf, readForm } from '../http/read-body.ts';
import { ToolError } from '../http/tool-error.ts';
import type { Tool } from '../tool.ts';
import { relaunchPage } from '../views/relaunch-page.ts';
import { admit } from './admit.ts';
import { beginLogin, platformOf } from './begin-login.ts';
import { bindingCookies } from './browser-binding.ts';
import { parseLaunchForm } from './launch-form.ts';
import { LaunchTrace } from './launch-trace.ts';
import { parseLoginRequest } from './login-request.ts';
import { Relaunch, takeLogin } from './take-login.ts';
import { verifyLaunch } from './verify-launch.ts';

const launchPath = '/lti/launch';

/** Adds the two addresses a platform knows: login initiation and launch. */
export function addLaunchRoutes(app: ToolApp, tool: Tool): void {
  app.use('/lti/*', async (c, next) => {
    // Until the platform is known, any registered one may be the frame around a refusal.
    c.set('frameOrigins', frameOriginsOf(await tool.storage.platforms.listEnabled()));
    await next();
  });
  app.get('/lti/login', (c) => login(c, tool, fieldsOf(new URL(c.req.url).searchParams)));
  app.post('/lti/login', async (c) => login(c, tool, await readForm(c.req.raw)));
  app.post(launchPath, (c) => launch(c, tool));
}

async function login(c: ToolContext, tool: Tool, fields: Fields): Promise<Response> {
  const { storage, baseUrl } = tool;
  try {
    const request = parseLoginRequest(fields, baseUrl);
    const platform = await platformOf(request, storage.platforms);
    c.set('frameOrigins', frameOriginsOf([platform]));
    const redirectUri = `${baseUrl}${launchPath}`;
    const begun = await beginLogin(request, platform, { ...storage, redirectUri });
    for (const cookie of bindingCookies(begun.state, begun.binding, isSecure(tool))) {
      c.header('Set-Cookie', cookie, { append: true });
    }
    tool.log('info', 'login', { outcome: 'started', platform: platform.name });
    return c.redirect(begun.location, 302);
  } catch (error) {
    if (error instanceof ToolError) tool.log('warn', 'login', { outcome: error.code });
    throw error;
  }
}

async function launch(c: ToolContext, tool: Tool): Promise<Response> {
  const trace = new LaunchTrace();
  try {
    const { sessionId, roomId, language } = await accept(c, tool, trace);
    const ticket = await tool.storage.tickets.issue('session', sessionId);
    tool.log('info', 'launch', { outcome: 'accepted', checks: trace.passed });
    // The fragment never reaches a server, and the address without it can be reloaded.
    return c.redirect(`/room/${roomId}?lang=${language}#${ticket}`, 303);
  } catch (error) {
    if (!(error instanceof ToolError)) throw error;
    tool.log('warn', 'launch', { outcome: error.code, checks: trace.passed });
    if (!(error instanceof Relaunch)) throw error;
    return c.html(relaunchPage(c.get('t'), tool.assets, error), error.status);
  }
}

async function accept(c: ToolContext, tool: Tool, trace: LaunchTrace) {
  const { storage, keys, clock } = tool;
  const form = await trace.step('form', async () => parseLaunchForm(await readForm(c.req.raw)));
  const { login: begun, platform } = await takeLogin({
    form,
    cookieHeader: c.req.header('cookie'),
    secure: isSecure(tool),
    storage,
    trace,
    onPlatform: (known) => c.set('frameOrigins', frameOriginsOf([known])),
    dropCookie: (cookie) => c.header('Set-Cookie', cookie, { append: true }),
  });
  if (form.kind === 'refusal') throw new ToolError('platform_refused', errorName(form.error));
  const verified = await verifyLaunch({
    idToken: form.idToken,
    login: begun,
    platform,
    platforms: storage.platforms,
    keys,
    clock,
    trace,
  });
  const { sessionId, visitor } = await trace.step('admission', () => admit(verified, storage));
  return { sessionId, roomId: visitor.roomId, language: visitor.language };
}

/** An error name a platform may send, such as `access_denied`; anything else is not repeated. */
function errorName(error: string): string | undefined {
  return /^[a-z_]{1,40}$/.test(error) ? error : undefined;
}

function isSecure(tool: Tool): boolean {
  return tool.baseUrl.startsWith('https:');
}
