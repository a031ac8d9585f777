/** The page on which a teacher chooses what links of a course open. */
import type { ChooserReply } from '../deep-linking/chooser-replies.ts';
import { type Api, apiWith } from './parts/api.ts';
import { OfferList, retryMs } from './parts/offer-list.ts';
import { Unready } from './parts/offer-options.ts';
import { element, say, words } from './parts/page.ts';
import { isOver, messageOf } from './parts/questions.ts';
import { openToken } from './parts/session.ts';

const form = element('choose');
/** What is posted in the end, apart from the fields people see. */
const answer = element('answer') as HTMLFormElement;
const status = element('status');
const notice = element('notice');
const newName = element('new-name') as HTMLInputElement;
const showing = element('showing') as HTMLSelectElement;
const chooserId = document.querySelector('main')?.dataset['chooser'] ?? '';

begin();

function begin(): void {
  openToken('/api/chooser/session', chooserId)
    .then((token) => (token === undefined ? showOver() : load(token)))
    .catch(showTrouble);
}

async function load(token: string): Promise<void> {
  const api = apiWith(token);
  show(await api.get<ChooserReply>('/api/chooser'), token, api);
}

function showTrouble(error: unknown): void {
  if (isOver(error)) return showOver();
  say(status, messageOf(error));
  setTimeout(begin, retryMs);
}

function show(reply: ChooserReply, token: string, api: Api): void {
  say(status, '');
  say(element('course'), reply.course);
  element('course').hidden = reply.course === '';
  element('takes-nothing').hidden = reply.takesLinks;
  element('offers').hidden = !reply.takesLinks;
  element('send').hidden = !reply.takesLinks;
  showShowings(reply);
  newName.value = reply.suggestedName;
  form.hidden = false;

  const list = new OfferList(reply, api);
  element('new-add').addEventListener('click', () => addNew(list));
  newName.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.isComposing) return;
    // Enter would send the form, without the room just named.
    event.preventDefault();
    addNew(list);
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    // A name that was typed and not added is meant all the same.
    if (list.isEmpty() || reply.takesSeveral) addNew(list);
    send(token, () => list.chosen());
  });
  element('cancel').addEventListener('click', () => send(token, () => []));
}

function showShowings({ showings, usualShowing }: ChooserReply): void {
  element('showing-field').hidden = showings.length === 0;
  for (const option of Array.from(showing.options)) {
    const offered = option.value === '' || showings.some((one) => one === option.value);
    if (!offered) option.remove();
  }
  showing.value = usualShowing ?? '';
}

function addNew(list: OfferList): void {
  const name = newName.value.trim();
  if (name === '') return newName.focus();
  list.addRoom(name);
  newName.value = '';
}

let sent = false;

/** Posts the choice as a form, because the answer is the page that goes back to the platform. */
function send(token: string, chosen: () => readonly unknown[]): void {
  if (sent) return;
  say(notice, '');
  try {
    const items = chosen();
    const choice = { items, ...(items.length > 0 && showing.value && { showing: showing.value }) };
    setField('token', token);
    setField('choice', JSON.stringify(choice));
  } catch (error) {
    if (!(error instanceof Unready)) throw error;
    say(notice, error.message);
    error.field?.focus();
    return;
  }
  sent = true;
  for (const id of ['send', 'cancel']) element(id).setAttribute('aria-disabled', 'true');
  say(status, words('sending'));
  answer.submit();
}

function setField(name: string, value: string): void {
  const field = answer.elements.namedItem(name);
  if (field && 'value' in field) field.value = value;
}

function showOver(): void {
  form.hidden = true;
  say(status, words('over'));
}

// A browser that comes back to this page from its history may send again.
window.addEventListener('pageshow', () => {
  sent = false;
});
