import { ToolError } from '../http/tool-error.ts';
import type { Storage } from '../storage/database.ts';
import type { TakenLogin } from '../storage/logins.ts';
import type { Platform } from '../storage/platforms.ts';
import { clearedBindingCookies, isBound } from './browser-binding.ts';
import type { LaunchForm } from './launch-form.ts';
import type { LaunchTrace } from './launch-trace.ts';

/** A launch that may work when the login begins anew, with what the platform said the first time. */
export class Relaunch extends ToolError {
  readonly login: TakenLogin;
  readonly platform: Platform;

  constructor(
    code: 'state_expired' | 'browser_not_bound',
    begun: { readonly login: TakenLogin; readonly platform: Platform },
  ) {
    super(code);
    this.login = begun.login;
    this.platform = begun.platform;
  }
}

interface Return {
  readonly form: LaunchForm;
  readonly cookieHeader: string | undefined;
  readonly secure: boolean;
  readonly storage: Storage;
  readonly trace: LaunchTrace;
  onPlatform(platform: Platform): void;
  dropCookie(setCookie: string): void;
}

/**
 * Takes the login a launch answers, which works once, and checks that this browser began it.
 *
 * Throws `state_unknown` or `platform_disabled`, and a {@link Relaunch} for `state_expired` and
 * `browser_not_bound`.
 */
export async function takeLogin(back: Return): Promise<{ login: TakenLogin; platform: Platform }> {
  const { form, storage, trace, secure } = back;
  const begun = await trace.step('state', async () => {
    const login = await storage.logins.take(form.state);
    const platform = login && (await storage.platforms.get(login.platformId));
    if (!login || !platform) throw new ToolError('state_unknown');
    back.onPlatform(platform);
    if (!platform.enabled) throw new ToolError('platform_disabled');
    if (login.expired) throw new Relaunch('state_expired', { login, platform });
    return { login, platform };
  });
  await trace.step('browser', () => {
    if (isBound(back.cookieHeader, form.state, begun.login.bindingHash, secure)) return;
    throw new Relaunch('browser_not_bound', begun);
  });
  for (const cookie of clearedBindingCookies(form.state, secure)) back.dropCookie(cookie);
  return begun;
}
