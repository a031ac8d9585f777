import { minute } from '../clock.ts';
import { ToolError } from '../http/tool-error.ts';
import type { Storage } from '../storage/database.ts';
import type { TakenLogin } from '../storage/logins.ts';
import type { Platform } from '../storage/platforms.ts';
import { newToken } from '../tokens.ts';

/** A login that came back from its platform. */
export interface ReturnedLogin {
  readonly login: TakenLogin;
  readonly platform: Platform;
}

/** A launch that may work when the login begins anew, with what the platform said the first time. */
export class Relaunch extends ToolError {
  readonly login: TakenLogin;
  readonly platform: Platform;

  constructor(code: 'state_expired' | 'browser_not_bound', { login, platform }: ReturnedLogin) {
    super(code);
    this.login = login;
    this.platform = platform;
  }
}

/**
 * Takes the login that a state (or the code of a held one) belongs to; it works once.
 *
 * Throws `state_unknown` or `platform_disabled`, and a {@link Relaunch} for `state_expired`.
 */
export async function takeLogin(
  state: string,
  { logins, platforms }: Storage,
  onPlatform: (platform: Platform) => void,
): Promise<ReturnedLogin> {
  const login = await logins.take(state);
  const platform = login && (await platforms.get(login.platformId));
  if (!login || !platform) throw new ToolError('state_unknown');
  onPlatform(platform);
  if (!platform.enabled) throw new ToolError('platform_disabled');
  if (login.expired) throw new Relaunch('state_expired', { login, platform });
  return { login, platform };
}

const heldFor = minute;

/**
 * Puts a login aside until the browser has shown that it began it, and answers the one-time code
 * under which it waits. Throws `too_many_logins`.
 */
export async function holdLogin({ login }: ReturnedLogin, { logins }: Storage): Promise<string> {
  const code = newToken();
  if (await logins.add(code, login, heldFor)) return code;
  throw new ToolError('too_many_logins');
}
