import { message } from '@bluebridge/translations';
import type { ToolContext } from '../http/context.ts';

const notices: Readonly<Record<string, string>> = {
  allowed: message('The deployment is let in.'),
  approved: message('The new addresses are in use.'),
  on: message('The platform is switched on.'),
  off: message('The platform is switched off. Nobody can come in from there.'),
  rule_set: message('The rule holds from the next launch on.'),
  rule_unset: message('The role means what is usual again.'),
  preset_set: message('The settings are ready. New locks hold from now on.'),
  preset_removed: message('The settings are gone. Rooms keep theirs.'),
  rotated: message(
    'The next key is published. It signs in a day; the old one stays two days more.',
  ),
};

/** Says what was just done, as the address of the page tells by a word. */
export function noticeOf(c: ToolContext): string | undefined {
  const done = c.req.query('done') ?? '';
  const text = Object.hasOwn(notices, done) ? notices[done] : undefined;
  return text === undefined ? undefined : c.get('t')(text);
}
