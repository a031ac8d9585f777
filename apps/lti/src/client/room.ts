/** The page of a room: shows it, lets people in, ends meetings, lists recordings. */
import {
  documentVisibility,
  startWaiting,
  type WaitingLoop,
  windowTimers,
} from '@bluebridge/browser';
import type { Api } from './parts/api.ts';
import { enterHere, enterInNewTab, framed } from './parts/entering.ts';
import { element, say, words } from './parts/page.ts';
import { followRoom, isOver, messageOf } from './parts/questions.ts';
import { showRecordings, showRecordingsTrouble } from './parts/recordings.ts';
import { showMeeting, showTitles } from './parts/room-card.ts';
import { openSession } from './parts/session.ts';

const notice = element('notice');
const enter = element('enter');
const endDialog = element('end-dialog') as HTMLDialogElement;

openSession().then(
  (api) => (api ? show(api) : showOver()),
  (error: unknown) => (isOver(error) ? showOver() : say(notice, messageOf(error))),
);

function show(api: Api): void {
  let waited = false;
  let open: boolean | undefined;
  const recordings = followRecordings(api);
  const room = followRoom(api, {
    onTitles: showTitles,
    onMeeting(meeting) {
      if (open === true && !meeting.open) recordings.askNow();
      open = meeting.open;
      showMeeting(meeting);
      // In a page of its own, whoever waited goes in without a click.
      const { entry } = meeting;
      if (entry.kind === 'join' && waited && !framed) act(() => enterHere(api));
      waited = entry.kind === 'wait' && entry.canWait;
    },
    onNotice: (text) => say(notice, text),
    onOver() {
      recordings.stop();
      showOver();
    },
  });

  enter.addEventListener('click', () => act(() => goIn(api)));
  element('end').addEventListener('click', () => {
    endDialog.showModal();
    // The harmless answer comes first.
    element('end-cancel').focus();
  });
  element('end-cancel').addEventListener('click', () => endDialog.close());
  element('end-confirm').addEventListener('click', () => {
    endDialog.close();
    act(() => api.post('/api/end').then(() => room.askNow()));
  });
}

async function goIn(api: Api): Promise<void> {
  if (!framed) return enterHere(api);
  if (!(await enterInNewTab(api))) say(notice, words('blocked'));
}

let busy = false;

/** Runs what a button asks for, one thing at a time, and shows its failure. */
function act(action: () => Promise<unknown>): void {
  if (busy) return;
  setBusy(true);
  say(notice, '');
  action()
    .catch((error: unknown) => (isOver(error) ? showOver() : say(notice, messageOf(error))))
    .finally(() => setBusy(false));
}

/** The button is not disabled, because that would take the focus from it. */
function setBusy(now: boolean): void {
  busy = now;
  enter.setAttribute('aria-disabled', String(now));
}

/** How many times less often than for people recordings are looked for. */
const calm = 4;
const eager = 2;

/** Reads the recordings again and again, slowly while none is being made. */
function followRecordings(api: Api): WaitingLoop {
  let slower = calm;
  return startWaiting({
    ask: (signal) => showRecordings(api, signal),
    onAnswer(unfinished) {
      slower = unfinished ? eager : calm;
      return 'go on';
    },
    slower: () => slower,
    onTrouble(error) {
      if (isOver(error)) return 'stop';
      showRecordingsTrouble(messageOf(error));
      return 'go on';
    },
    timers: windowTimers,
    visibility: documentVisibility,
  });
}

function showOver(): void {
  say(element('state'), words('over'));
  say(element('hint'), '');
  say(notice, '');
  element('state').classList.remove('open');
  element('actions').hidden = true;
  element('people').hidden = true;
}
