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
const renameFile = message('Please rename the file and try again.');
const usedUp: Words = { what: message('This way into the room was used already'), now: again };

const foreignHost: Words = {
  what: message('Your learning platform names a server that does not seem to belong to it'),
  now: message('Please ask whoever runs this tool to trust the server named below.'),
};
const chooseAgain = message('Please go back to your course and choose again.');

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
  deep_linking_wrong: misconfigured,
  return_host_foreign: foreignHost,
  course_missing: {
    what: message('Your learning platform did not say which course this is about'),
    now: message('Please start from a page of the course.'),
  },
  choice_not_allowed: {
    what: message('Only the teachers of the course can add rooms to it'),
    now: message('Please ask the teacher of the course.'),
  },
  choice_wrong: {
    what: message('What you chose cannot be added'),
    now: chooseAgain,
  },
  chooser_unknown: {
    what: message('This choice is done already, or the page was open for too long'),
    now: chooseAgain,
  },
  role_not_admitted: {
    what: message('This room is for others of the course'),
    now: message('Please ask the teacher if you should take part.'),
  },
  link_of_other_course: {
    what: message('This link belongs to another course'),
    now: message('Please ask the teacher to add the room to this course again.'),
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
  platform_host_foreign: foreignHost,
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
  extension_seats: {
    what: message('The meeting cannot go on for longer: others have its seats then'),
    now: message('You can open the room again as soon as seats are free.'),
  },
  extension_late: {
    what: message('The meeting is ending already'),
    now: message('You can open the room again as soon as seats are free.'),
  },
  extension_impossible: {
    what: message('There is no meeting whose end could be moved'),
    now: message('You can open the room again as soon as seats are free.'),
  },
  moderator_only: {
    what: message('Only the teacher can do that'),
    now: message('Please ask the teacher of the course.'),
  },
  platform_busy: {
    what: message('Your learning platform does not answer at the moment'),
    now: message('Please try again in a few minutes.'),
  },
  platform_closed: {
    what: message('Your learning platform does not show its groups to this tool'),
    now: askAdministrator,
  },
  request_wrong: {
    what: message('That cannot be done as it was asked for'),
    now: message('Please go back, reload the page and try again.'),
  },
  recording_unknown: {
    what: message('This recording is not here (any more)'),
    now: message('Please close this tab and look at the list of recordings again.'),
  },
  action_unavailable: {
    what: message('That cannot be done with this recording now'),
    now: message('Please look at the list of recordings again.'),
  },
  captions_unreadable: {
    what: message('This is no file with captions that can be used'),
    now: message('Please choose a WebVTT file (.vtt) or a SubRip file (.srt).'),
  },
  callback_refused: {
    what: message('This message does not come from the meeting server'),
    now: askAdministrator,
  },
  not_allowed: {
    what: message('You may not do that here'),
    now: message('Please ask the teacher of the course.'),
  },
  copy_in_use: {
    what: message('A meeting was held in this room already'),
    now: message('It stays a room of its own. You can still change its settings.'),
  },
  settings_changed: {
    what: message('Somebody else has changed this room in the meantime'),
    now: message('Please look at their changes before you save yours.'),
  },
  settings_refused: {
    what: message('Nothing was saved yet: please look at the marked fields'),
    now: message('Please correct them and save again.'),
  },
  document_name_wrong: {
    what: message('This file name cannot be used'),
    now: renameFile,
  },
  document_kind_wrong: {
    what: message('Files of this kind cannot be shown in a meeting'),
    now: message('Please save it as a PDF and add that.'),
  },
  message_wrong: {
    what: message('A message has 1 to 500 characters'),
    now: message('Please make it shorter and send it again.'),
  },
  document_empty: {
    what: message('This file is empty'),
    now: message('Please choose another file.'),
  },
  document_too_large: {
    what: message('This file is too large'),
    now: message('Please make it smaller and try again.'),
  },
  document_content_wrong: {
    what: message('This file is not what its name says'),
    now: message('Please save it again in the program it came from.'),
  },
  document_address_wrong: {
    what: message('Please enter an address that begins with https:// and leads to a file'),
    now: message('Please choose another file.'),
  },
  document_unreachable: {
    what: message('There is no file to be had at this address'),
    now: message('Please download it yourself and upload it here.'),
  },
  documents_full: {
    what: message('This room has as many files as it may have'),
    now: message('Please remove one first.'),
  },
  too_many_uploads: {
    what: message('Very many files are coming in right now'),
    now: message('Please try again in a minute.'),
  },
  admin_code_wrong: {
    what: message('This code does not work (any more)'),
    now: message('A code works once, for 15 minutes. Make a new one with "pnpm cli admin invite".'),
  },
  admin_session_unknown: {
    what: message('You are not signed in any more'),
    now: message('Make a new code with "pnpm cli admin invite" and sign in again.'),
  },
  admin_form_refused: {
    what: message('Nothing was changed, because this did not come from our own page'),
    now: message('Please go back, reload the page and try again.'),
  },
  platform_in_file: {
    what: message('This platform is in the platforms file'),
    now: message('Please change it there and start the tool again.'),
  },
  deployment_not_waiting: {
    what: message('Nothing waits for that decision any more'),
    now: message('Please go back and reload the page.'),
  },
  rotation_under_way: {
    what: message('The next key is published already and not in use yet'),
    now: message('Please come back in a day.'),
  },
};
