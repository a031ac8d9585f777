import type { EntryReply, KnownMeeting, PersonReply, RoomReply } from '../../rooms/api-replies.ts';
import { framed } from './entering.ts';
import { element, make, say, words } from './page.ts';
import { hourOf, withTime } from './times.ts';

const enter = element('enter');
const end = element('end');

/** Shows the room and its course by name. */
export function showTitles({ title, course }: RoomReply): void {
  say(element('title'), title);
  document.title = course === '' ? title : `${title} · ${course}`;
  say(element('course'), course);
  element('course').hidden = course === '';
}

/** Shows the room's meeting: its state, what this person can do, and who is in. */
export function showMeeting(meeting: KnownMeeting): void {
  const state = element('state');
  say(state, meeting.state);
  state.classList.toggle('open', meeting.open);
  showEntry(meeting.entry);
  end.hidden = !meeting.canEnd;
  element('actions').hidden = enter.hidden && end.hidden;
  showPeople(meeting.people);
}

function showEntry(entry: EntryReply): void {
  const label = labelOf(entry);
  enter.hidden = label === '';
  say(enter, label);
  say(element('hint'), hintOf(entry));
}

/** A page of its own waits without a button. */
function labelOf(entry: EntryReply): string {
  if (entry.kind === 'wait') return framed && entry.canWait ? entry.label : '';
  return entry.kind === 'refuse' ? '' : entry.label;
}

function hintOf(entry: EntryReply): string {
  if (entry.kind === 'wait') return framed ? entry.framedText : entry.text;
  return entry.kind === 'refuse' ? withTime(entry) : '';
}

let shown = '';

function showPeople(people: readonly PersonReply[]): void {
  element('people').hidden = people.length === 0;
  const now = JSON.stringify(people);
  if (now === shown) return;
  shown = now;
  element('people-list').replaceChildren(
    ...people.map(({ name, role, doing, since }) => {
      const item = make('li', 'person');
      const about = make('span', 'about');
      about.append(make('span', 'name', name));
      const facts = [
        ...doing,
        ...(since === undefined ? [] : [`${words('since')} ${hourOf(since)}`]),
      ];
      about.append(make('span', 'details', facts.join(' · ')));
      item.append(about, make('span', 'badge', role));
      return item;
    }),
  );
}
