import {
  documentVisibility,
  startWaiting,
  type WaitingLoop,
  windowTimers,
} from '@bluebridge/browser';
import type { EndReply, ExtensionReply, SeatsReply } from '../../seats/replies.ts';
import type { Api } from './api.ts';
import { element, make, say } from './page.ts';
import { isOver, messageOf } from './questions.ts';

const extend = element('extend');
const news = element('seats-news');

/** How many times less often than for people it is asked: minutes are shown, not seconds. */
const calm = 6;

/** Shows what opening the room takes or when its meeting ends, again and again. */
export function followSeats(api: Api): WaitingLoop {
  const loop = startWaiting({
    ask: (signal) => api.get<SeatsReply>('/api/seats', signal),
    onAnswer(reply) {
      show(reply);
      return 'go on';
    },
    // The card of the room tells of trouble.
    onTrouble: (error) => (isOver(error) ? 'stop' : 'go on'),
    slower: () => calm,
    timers: windowTimers,
    visibility: documentVisibility,
  });
  extend.addEventListener('click', () => {
    if (extend.getAttribute('aria-disabled') === 'true') return;
    extend.setAttribute('aria-disabled', 'true');
    api
      .post<ExtensionReply>('/api/extend')
      .then(({ message, plannedEndAt }) => say(news, withTime(message, plannedEndAt)))
      .catch((error: unknown) => say(news, messageOf(error)))
      .finally(() => {
        extend.setAttribute('aria-disabled', 'false');
        loop.askNow();
      });
  });
  return loop;
}

function show({ reserves, free, trouble, holders, end }: SeatsReply): void {
  const text = [reserves, free, trouble].filter((part) => part !== '').join(' ');
  say(element('seats-text'), text);
  showHolders(holders);
  showEnd(end);
  element('seats').hidden = text === '' && end === null;
}

let shown = '';

function showHolders(holders: readonly string[]): void {
  element('seats-holders-box').hidden = holders.length === 0;
  const now = JSON.stringify(holders);
  if (now === shown) return;
  shown = now;
  element('seats-holders').replaceChildren(...holders.map((text) => make('li', '', text)));
}

let wasNear = false;

function showEnd(end: EndReply | null): void {
  const line = element('seats-end');
  const text = end === null ? '' : withTime(end.text, end.at);
  say(line, text);
  line.classList.toggle('near', end?.isNear === true);
  extend.hidden = end === null || end.extend === '';
  say(extend, end?.extend ?? '');
  // Read aloud once, when the end comes near; not every minute.
  const isNear = end?.isNear === true;
  if (isNear !== wasNear) say(element('seats-aloud'), isNear ? text : '');
  wasNear = isNear;
}

const clock = new Intl.DateTimeFormat(document.documentElement.lang, { timeStyle: 'short' });

function withTime(text: string, at: number): string {
  return text.replace('{time}', clock.format(at));
}
