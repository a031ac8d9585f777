/** The page of a room: shows it, lets people in, ends meetings, lists recordings. */
import type { KnownMeeting } from '../rooms/api-replies.ts';
import type { Api } from './parts/api.ts';
import { showCopy } from './parts/copy.ts';
import { enterHere, enterInNewTab, framed } from './parts/entering.ts';
import { showGroups } from './parts/groups.ts';
import { element, say, words } from './parts/page.ts';
import { openLivePanel } from './parts/live-panel.ts';
import { followRoom, isOver, messageOf } from './parts/questions.ts';
import { followRecordings, showRecordingsOnly } from './parts/recordings.ts';
import { showMeeting, showTitles } from './parts/room-card.ts';
import { followSeats } from './parts/seats.ts';
import { openSession } from './parts/session.ts';
import { followSettings, showSettingsLink } from './parts/settings-link.ts';

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
  let isTitled = false;
  let early: KnownMeeting | undefined;
  const recordings = followRecordings(api, showOver);
  const seats = followSeats(api);
  const panel = openLivePanel(api);
  const room = followRoom(api, {
    onTitles(reply) {
      showTitles(reply);
      showSettingsLink(reply);
      if (reply.canManage) panel.allowFiles();
      isTitled = true;
      if (reply.opens === 'room') {
        if (early) showNow(early);
        early = undefined;
        return;
      }
      showRecordingsOnly(reply.opens);
      seats.stop();
      room.stop();
    },
    onMeeting(meeting) {
      // The name comes first: the button must not move away from under a finger.
      if (isTitled) showNow(meeting);
      else early = meeting;
    },
    onNotice: (text) => say(notice, text),
    onOver() {
      recordings.stop();
      seats.stop();
      showOver();
    },
  });

  function showNow(meeting: KnownMeeting): void {
    if (open === true && !meeting.open) recordings.expectSoon();
    if (open !== meeting.open) seats.askNow();
    open = meeting.open;
    showMeeting(meeting);
    panel.show(meeting);
    // In a page of its own, whoever waited goes in without a click.
    const { entry } = meeting;
    if (entry.kind === 'join' && waited && !framed) act(() => enterHere(api));
    waited = entry.kind === 'wait' && entry.canWait;
  }

  followSettings(api);
  showGroups(api).catch((error: unknown) => say(notice, messageOf(error)));
  showCopy(api).catch((error: unknown) => say(notice, messageOf(error)));

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

function showOver(): void {
  say(element('state'), words('over'));
  say(element('hint'), '');
  say(notice, '');
  element('state').classList.remove('open');
  element('actions').hidden = true;
  element('people').hidden = true;
  element('live-panel').hidden = true;
}
