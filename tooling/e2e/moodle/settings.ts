/** A Moodle to try the tool on, and who administers it. */
export interface MoodleSettings {
  /** Its address, without a slash at the end. */
  readonly url: string;
  readonly admin: string;
  readonly password: string;
  /** Variables that say how the Moodle reaches the tool. */
  readonly tool: Readonly<Record<string, string>>;
  /** Whether what was made stays there to be looked at. */
  readonly keep: boolean;
}

/** A setting that is missing or wrong. The message is one sentence. */
export class SettingError extends Error {
  override readonly name = 'SettingError';
}

const passedOn = ['LTI_BASE_URL', 'LTI_HOST', 'LTI_PORT', 'LTI_TRUSTED_PROXIES'];

/** Reads the settings from the environment. Throws a SettingError. */
export function readSettings(env: NodeJS.ProcessEnv): MoodleSettings {
  const given = (name: string, what: string): string => {
    const value = env[name]?.trim() ?? '';
    if (value !== '') return value;
    throw new SettingError(`${name} is not set: give it ${what}.`);
  };
  const url = given(
    'MOODLE_URL',
    'the address of a Moodle for trying, such as http://localhost:8080',
  );
  if (!/^https?:\/\//u.test(url) || !URL.canParse(url)) {
    throw new SettingError('MOODLE_URL must be an address that starts with http:// or https://.');
  }
  return {
    url: url.replace(/\/+$/u, ''),
    admin: given('MOODLE_ADMIN', 'the name of an administrator of that Moodle'),
    password: given('MOODLE_PASSWORD', 'the password of that administrator'),
    tool: Object.fromEntries(passedOn.flatMap((name) => (env[name] ? [[name, env[name]]] : []))),
    keep: env['MOODLE_KEEP'] === 'yes',
  };
}
