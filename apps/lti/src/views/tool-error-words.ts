import { message } from '@bluebridge/translations';
import type { ToolErrorCode } from '../http/tool-error.ts';
import type { Words } from './error-page.ts';

const again = message('Please go back to your course and open the room again.');
const askAdministrator = message(
  'Please send the code below to the person who looks after your learning platform.',
);

/** For everything that only an administrator can mend. */
const misconfigured: Words = {
  what: message('Your learning platform and this tool do not fit together yet'),
  now: askAdministrator,
};
const unregistrable: Words = {
  what: message('The description of your learning platform cannot be used'),
  now: message('Please register the tool by hand instead.'),
};
const notStarted: Words = {
  what: message('The room could not be opened from your course'),
  now: again,
};
const crowded: Words = {
  what: message('Very many people are coming in right now'),
  now: message('Please wait a minute and open the room again.'),
};
const usedUp: Words = { what: message('This way into the room was used already'), now: again };

/** What a person reads for each of the tool's own errors: what happened, and one next step. */
export const toolErrorWords: Record<ToolErrorCode, Words> = {
  not_found: {
    what: message('There is no such page'),
    now: message('Please open the room from your course.'),
  },
  method_not_allowed: notStarted,
  wrong_content_type: notStarted,
  body_too_large: {
    what: message('Your learning platform sent too much at once'),
    now: askAdministrator,
  },
  body_unreadable: notStarted,
  too_many_requests: crowded,
  internal: {
    what: message('Something went wrong on our side'),
    now: message('Please try again in a minute. If it happens again, tell your administrator.'),
  },
  storage_unavailable: {
    what: message('We cannot reach our records at the moment'),
    now: message('Please try again in a minute. If it happens again, tell your administrator.'),
  },
  parameter_missing: misconfigured,
  parameter_repeated: misconfigured,
  parameter_too_long: misconfigured,
  platform_unknown: {
    what: message('This tool does not know your learning platform'),
    now: askAdministrator,
  },
  platform_test_copy: {
    what: message('This tool does not know this test copy of your learning platform'),
    now: message('A test copy has to be registered separately. Please tell your administrator.'),
  },
  platform_ambiguous: misconfigured,
  platform_disabled: {
    what: message('This tool is switched off for your learning platform'),
    now: askAdministrator,
  },
  deployment_unknown: misconfigured,
  target_foreign: misconfigured,
  too_many_logins: crowded,
  state_missing: notStarted,
  state_unknown: usedUp,
  state_expired: usedUp,
  browser_not_bound: notStarted,
  platform_refused: {
    what: message('Your learning platform did not let you through'),
    now: message('Please sign in there again and open the room from your course.'),
  },
  answer_ambiguous: misconfigured,
  token_missing: notStarted,
  token_malformed: misconfigured,
  algorithm_refused: misconfigured,
  key_id_missing: misconfigured,
  key_unknown: misconfigured,
  key_unusable: misconfigured,
  keys_unreachable: {
    what: message('Your learning platform does not answer right now'),
    now: message('Please try again in a minute. If it happens again, tell your administrator.'),
  },
  signature_wrong: misconfigured,
  issuer_wrong: misconfigured,
  audience_wrong: misconfigured,
  token_expired: { what: message('That took too long'), now: again },
  token_times_wrong: misconfigured,
  nonce_wrong: usedUp,
  version_wrong: misconfigured,
  message_unsupported: {
    what: message('This tool cannot do that yet'),
    now: message('It opens rooms from a link in your course.'),
  },
  deployment_missing: misconfigured,
  subject_missing: {
    what: message('Your learning platform did not say who you are'),
    now: message('Please sign in there and open the room from your course.'),
  },
  subject_wrong: misconfigured,
  target_wrong: misconfigured,
  resource_link_missing: misconfigured,
  roles_missing: misconfigured,
  observer_not_admitted: {
    what: message('This room is for the teachers and students of the course'),
    now: message('You are listed as an observer. Please ask the teacher if you should take part.'),
  },
  invite_unknown: {
    what: message('This invitation does not work any more'),
    now: message('Please ask whoever runs this tool for a new one.'),
  },
  platform_unreachable: {
    what: message('Your learning platform does not answer this tool'),
    now: message('Please check that it can be reached from the internet, and try again.'),
  },
  platform_description_wrong: unregistrable,
  platform_host_foreign: {
    what: message('Your learning platform names a server that does not seem to belong to it'),
    now: message('Please ask whoever runs this tool to trust the server named below.'),
  },
  registration_changed: {
    what: message('Your learning platform has just changed its description'),
    now: message('Please begin the registration again.'),
  },
  registration_refused: {
    what: message('Your learning platform refused the registration'),
    now: message('Please begin the registration again.'),
  },
  session_unknown: {
    what: message('This page was open for too long'),
    now: again,
  },
  ticket_used: {
    what: message('This way into the room was used already'),
    now: message('Please close this tab and press the button in your course again.'),
  },
  moderator_only: {
    what: message('Only the teacher can do that'),
    now: message('Please ask the teacher of the course.'),
  },
};
