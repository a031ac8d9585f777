import { randomInt, randomUUID } from 'node:crypto';
import { deploymentIn, type Intent, type PlatformState } from './state.ts';

/** A form that a browser, or a test in its place, posts. */
export interface PostForm {
  readonly action: string;
  readonly fields: Readonly<Record<string, string>>;
}

/** Begins a launch: what the platform posts to the tool's login address. */
export async function beginLogin(state: PlatformState, intent: Intent): Promise<PostForm> {
  const { profile, issuer } = state;
  const { tool, person, course } = intent;
  if (!tool.active) throw new Error(`${tool.name} is not switched on.`);
  return {
    action: tool.loginUri,
    fields: {
      iss: issuer,
      target_link_uri: targetOf(intent),
      login_hint: person.id,
      lti_message_hint: await hintFor(state, intent),
      client_id: tool.clientId,
      [profile.login.deploymentParameter]: deploymentIn(tool, course),
      ...profile.login.more,
    },
  };
}

/** Gives the address that is launched. */
export function targetOf(intent: Intent): string {
  if (intent.kind === 'choice') return intent.tool.chooserUri;
  return (intent.kind === 'link' && intent.link.url) || intent.tool.targetLinkUri;
}

async function hintFor(state: PlatformState, intent: Intent): Promise<string> {
  const { profile, intents, key } = state;
  if (profile.login.hint === 'signed') {
    const verifier = randomUUID();
    intents.set(verifier, intent);
    return key.sign({ verifier, context_type: 'Course' });
  }
  if (intent.kind === 'link') {
    const launchid = `ltilaunch${intent.link.id}_${randomInt(2 ** 31)}`;
    intents.set(launchid, intent);
    return JSON.stringify({ cmid: Number(intent.link.id) + 1, launchid });
  }
  const launchid = `ltilaunch_ContentItemSelectionRequest${randomInt(2 ** 31)}`;
  intents.set(launchid, intent);
  return JSON.stringify({ launchid });
}

/** Reads a hint and forgets it: each launch is answered once, rightly or not. */
export function redeemHint({ profile, intents }: PlatformState, hint: string): Intent | undefined {
  try {
    const text =
      profile.login.hint === 'signed'
        ? Buffer.from(hint.split('.')[1] ?? '', 'base64url').toString()
        : hint;
    const { verifier, launchid } = JSON.parse(text) as { verifier?: string; launchid?: string };
    const name = verifier ?? launchid ?? '';
    const intent = intents.get(name);
    intents.delete(name);
    return intent;
  } catch {
    return undefined;
  }
}
