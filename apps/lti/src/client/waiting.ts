/** The page of a tab that waits for a room, and goes in by itself when it may. */
import type { EntryReply, RoomReply } from '../rooms/api-replies.ts';
import type { Api } from './parts/api.ts';
import { enterHere } from './parts/entering.ts';
import { element, roomId, say, words } from './parts/page.ts';
import { followRoom, isOver, messageOf } from './parts/questions.ts';
import { openSession } from './parts/session.ts';
import { withTime } from './parts/times.ts';

const status = element('status');
const notice = element('notice');
const actions = element('actions');
const pauseAfterFailure = 3000;

const [navigation] = performance.getEntriesByType('navigation');
if (navigation instanceof PerformanceNavigationTiming && navigation.type === 'back_forward') {
  // Who comes back from the meeting wants out, not in again.
  location.replace(`/left/${roomId}?lang=${document.documentElement.lang}`);
} else {
  openSession().then(
    (api) => (api ? wait(api) : showOver()),
    (error: unknown) => (isOver(error) ? showOver() : say(notice, messageOf(error))),
  );
}

function wait(api: Api): void {
  let entering = false;
  const room = followRoom(api, {
    onTitles: showTitles,
    onMeeting({ entry, state }) {
      if (entering) return;
      if (entry.kind === 'join') enter();
      else showEntry(entry, state);
    },
    onNotice: (text) => say(notice, text),
    onOver: showOver,
  });
  // Only a click opens a room; waiting never does.
  element('enter').addEventListener('click', enter);

  function enter(): void {
    entering = true;
    actions.hidden = true;
    say(status, words('entering'));
    // Whoever looks at another tab meanwhile sees it there.
    document.title = words('entering');
    enterHere(api).catch((error: unknown) => {
      // The next answer tries again.
      entering = false;
      setTimeout(() => room.askNow(), pauseAfterFailure);
      if (isOver(error)) showOver();
      else say(notice, messageOf(error));
    });
  }
}

function showEntry(entry: Exclude<EntryReply, { kind: 'join' }>, state: string): void {
  const mayOpen = entry.kind === 'start';
  actions.hidden = !mayOpen;
  if (mayOpen) say(element('enter'), entry.label);
  say(status, mayOpen ? state : withTime(entry));
}

function showTitles({ title, course }: RoomReply): void {
  say(element('title'), title);
  document.title = title;
  say(element('course'), course);
  element('course').hidden = course === '';
}

function showOver(): void {
  element('dots').hidden = true;
  actions.hidden = true;
  say(notice, '');
  say(status, words('over'));
}
