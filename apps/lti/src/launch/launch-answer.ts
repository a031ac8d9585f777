import { startChoice } from '../deep-linking/start-choice.ts';
import type { ToolContext } from '../http/context.ts';
import { askForNotices } from '../course-copy/ask-for-notices.ts';
import { frameOriginsOf } from '../http/frame-origins.ts';
import { ToolError } from '../http/tool-error.ts';
import type { Decision } from '../roles/decide-standing.ts';
import { detailOf, standingOfLaunch } from '../roles/standing-of-launch.ts';
import type { Platform } from '../storage/platforms.ts';
import { hashOf } from '../tokens.ts';
import type { Tool } from '../tool.ts';
import { relaunchPage } from '../views/relaunch-page.ts';
import { returnPage } from '../views/return-page.ts';
import { admit } from './admit.ts';
import { clearedBindingCookies, isBound, isSecure } from './browser-binding.ts';
import { isFramed, storageKey } from './browser-check.ts';
import { parseLaunchForm, parseStorageForm } from './launch-form.ts';
import { LaunchTrace } from './launch-trace.ts';
import { readSaid } from './named-frames.ts';
import { holdLogin, Relaunch, type ReturnedLogin, takeLogin } from './take-login.ts';
import { type VerifiedLaunch, verifyLaunch } from './verify-launch.ts';

/**
 * Answers what a platform posts back. A browser that sends no cookie may still show that it began
 * the login where its platform keeps values for us; without either there is no session.
 */
export function answerLaunch(c: ToolContext, tool: Tool): Promise<Response> {
  return traced(c, tool, async (trace) => {
    const form = await trace.step('form', async () => parseLaunchForm(await readSaid(c)));
    const returned = await trace.step('state', () =>
      takeLogin(form.state, tool.storage, framedBy(c, trace)),
    );
    const { login, platform } = returned;
    const secure = isSecure(tool);
    const bound = isBound(c.req.header('cookie'), form.state, login.bindingHash, secure);
    if (!bound && login.storage && form.kind === 'token') {
      const code = await holdLogin(returned, tool.storage);
      tool.log('info', 'launch', { outcome: 'storage_asked', checks: trace.passed });
      return c.html(
        returnPage(c.get('t'), tool.assets, {
          idToken: form.idToken,
          code,
          platform,
          storage: { target: login.storage.target, key: storageKey(form.state) },
        }),
      );
    }
    await trace.step('browser', () => {
      if (!bound) throw new Relaunch('browser_not_bound', returned);
    });
    for (const cookie of clearedBindingCookies(form.state, secure)) {
      c.header('Set-Cookie', cookie, { append: true });
    }
    if (form.kind === 'refusal') throw new ToolError('platform_refused', errorName(form.error));
    return letIn(c, tool, { trace, returned, idToken: form.idToken });
  });
}

/** Answers a launch that was held until its platform gave back what it keeps for us. */
export function answerStorage(c: ToolContext, tool: Tool): Promise<Response> {
  return traced(c, tool, async (trace) => {
    const form = await trace.step('form', async () => parseStorageForm(await readSaid(c)));
    const returned = await trace.step('state', () =>
      takeLogin(form.code, tool.storage, framedBy(c, trace)),
    );
    await trace.step('browser', () => {
      if (hashOf(form.value) === returned.login.storage?.valueHash) return;
      throw new Relaunch('browser_not_bound', returned);
    });
    return letIn(c, tool, { trace, returned, idToken: form.idToken });
  });
}

interface Bound {
  readonly trace: LaunchTrace;
  readonly returned: ReturnedLogin;
  readonly idToken: string;
}

/** Verifies the token of a browser that began its login, and opens the page it leads to. */
async function letIn(c: ToolContext, tool: Tool, bound: Bound): Promise<Response> {
  const { storage, keys, clock, log } = tool;
  const { trace, returned, idToken } = bound;
  const { deployments } = storage;
  const verified = await verifyLaunch({ ...returned, idToken, deployments, keys, clock, trace });
  const decision = await standingOfLaunch(verified, storage);
  trace.about(detailOf(verified.roles, decision));
  const page = await trace.step('admission', () => pageFor(verified, decision, tool));
  const { becomes } = trace.detail;
  log('info', 'launch', { outcome: 'accepted', checks: trace.passed, becomes });
  tool.launches.note(trace, 'accepted');
  return c.redirect(page, 303);
}

/**
 * Starts what a launch leads to and answers the address of its page. The one-time code is in the
 * fragment, which never reaches a server; the address without it can be reloaded.
 */
async function pageFor(launch: VerifiedLaunch, decision: Decision, tool: Tool): Promise<string> {
  const { storage, services } = tool;
  if (launch.kind === 'choice') {
    const { id, language, code } = await startChoice(launch, decision, storage);
    return `/choose/${id}?lang=${language}&platform=${launch.platform.id}#${code}`;
  }
  const { sessionId, visitor } = await admit(launch, decision, storage, services);
  if (visitor.mayManage) await askForNotices(launch, tool);
  const code = await storage.tickets.issue('session', sessionId);
  return `/room/${visitor.roomId}?lang=${visitor.language}#${code}`;
}

async function traced(
  c: ToolContext,
  tool: Tool,
  answer: (trace: LaunchTrace) => Promise<Response>,
): Promise<Response> {
  const trace = new LaunchTrace();
  try {
    return await answer(trace);
  } catch (error) {
    if (!(error instanceof ToolError)) throw error;
    const { passed, failed } = trace;
    tool.log('warn', 'launch', { outcome: error.code, checks: passed, failed });
    tool.launches.note(trace, error.code);
    if (!(error instanceof Relaunch)) throw error;
    return c.html(relaunchPage(c.get('t'), tool.assets, error, isFramed(c) ?? true), error.status);
  }
}

function framedBy(c: ToolContext, trace: LaunchTrace) {
  return (platform: Platform): void => {
    trace.platformId = platform.id;
    c.set('frameOrigins', frameOriginsOf([platform]));
  };
}

/** An error name a platform may send, such as `access_denied`; anything else is not repeated. */
function errorName(error: string): string | undefined {
  return /^[a-z_]{1,40}$/.test(error) ? error : undefined;
}
