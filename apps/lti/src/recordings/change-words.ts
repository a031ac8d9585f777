import { message, type Translate } from '@bluebridge/translations';
import type { ChangeReply } from './replies.ts';
import type { ChangeRequest } from './reading.ts';

const done: Readonly<Record<ChangeRequest['action'], string>> = {
  publish: message('The recording is published.'),
  unpublish: message('The recording is not published any more.'),
  protect: message('The recording is protected. Copied links stop working.'),
  unprotect: message('The recording is not protected any more.'),
  rename: message('The recording has its new name.'),
  teachers: message('Only teachers see the recording now.'),
  everyone: message('Everybody in the room sees the recording once it is published.'),
  delete: message('The recording is deleted. The meeting server does not list it any more.'),
};

const unconfirmed = message(
  'The meeting server took this, but does not show it yet. Please look again in a minute.',
);

/** Says what came of a change. */
export function changeWords(
  action: ChangeRequest['action'],
  outcome: ChangeReply['outcome'],
  t: Translate,
): string {
  return outcome === 'done' ? t(done[action]) : t(unconfirmed);
}
