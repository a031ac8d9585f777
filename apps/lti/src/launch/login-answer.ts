import type { ToolContext } from '../http/context.ts';
import { frameOriginsOf } from '../http/frame-origins.ts';
import type { Fields } from '../http/read-body.ts';
import { ToolError } from '../http/tool-error.ts';
import type { Tool } from '../tool.ts';
import { entrancePage } from '../views/entrance-page.ts';
import { beginLogin, platformOf } from './begin-login.ts';
import { bindingCookies, isSecure, keepsCookies, probeCookies } from './browser-binding.ts';
import { isFramed, storageKey } from './browser-check.ts';
import { parseLoginRequest } from './login-request.ts';

/**
 * Answers a login initiation: sends the browser on to its platform. In a frame where no cookie of
 * ours has come back yet, a page looks first how the browser can be known again, because many
 * platforms answer each login only once and a second one would be refused.
 */
export async function answerLogin(c: ToolContext, tool: Tool, fields: Fields): Promise<Response> {
  const { storage, baseUrl, assets, log } = tool;
  let platformId: string | undefined;
  try {
    const request = parseLoginRequest(fields, baseUrl);
    const platform = await platformOf(request, storage.platforms);
    platformId = platform.id;
    c.set('frameOrigins', frameOriginsOf([platform]));
    const begun = await beginLogin(request, platform, {
      ...storage,
      redirectUri: `${baseUrl}/lti/launch`,
    });
    const secure = isSecure(tool);
    const cookies = [
      ...bindingCookies(begun.state, begun.binding, secure),
      ...probeCookies(secure),
    ];
    for (const cookie of cookies) c.header('Set-Cookie', cookie, { append: true });
    const framed = isFramed(c) ?? begun.storage !== undefined;
    const known = keepsCookies(c.req.header('cookie'), secure) || !framed;
    const outcome = known ? 'started' : 'browser_check';
    log('info', 'login', { outcome, platform: platform.name });
    if (known) return c.redirect(begun.location, 302);
    const page = entrancePage(c.get('t'), assets, {
      next: begun.location,
      platform,
      request,
      storage: begun.storage && { ...begun.storage, key: storageKey(begun.state) },
    });
    return c.html(page);
  } catch (error) {
    if (error instanceof ToolError) {
      log('warn', 'login', { outcome: error.code });
      tool.launches.noteLogin(platformId, error.code);
    }
    throw error;
  }
}
