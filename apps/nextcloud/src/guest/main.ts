/** The page of guests: keeps up with the meeting, and goes in by itself when it waits. */
import {
  startWaiting,
  type WaitingLoop,
  windowTimers,
  documentVisibility,
} from '@bluebridge/browser';
import { askAfter } from '../Api/ask-after.ts';
import { onPushed, restBetween, startPush } from '../push/pushed.ts';
import './page.css';
import { untilThen } from './countdown.ts';
import { workerTimers } from './worker-timers.ts';

/** What the address of the status tells guests, with the envelope of OCS or without. */
interface Door {
  readonly entry: { readonly kind: string; readonly text: string; readonly opensAt?: number };
}

const page = document.getElementById('bluebridge-door');
if (page?.dataset['status']) keepUp(page, page.dataset['status']);

function keepUp(main: HTMLElement, address: string): void {
  const form = element('bluebridge-enter', HTMLFormElement);
  const waiting = element('bluebridge-waiting', HTMLInputElement);
  const {
    waits = '',
    told = '',
    entering = '',
    offline = '',
    lost = '',
    stopped = '',
  } = main.dataset;
  let isWaiting = waits === 'yes';
  // What answers something that was typed or pressed stays until there is something new.
  let answered = told === 'yes' ? element('bluebridge-text', HTMLElement).textContent : undefined;
  let first: string | undefined;
  let announced: number | undefined;
  // Who loads the page again looks at it, and does not post the form once more.
  history.replaceState(null, '', location.href);

  const loop = startWaiting<Door | undefined>({
    async ask(signal) {
      // Those inside are told of who waits, for as long as the page does.
      const asked = new URL(address, location.href);
      if (isWaiting) asked.searchParams.set('waiting', '1');
      const response = await fetch(asked, {
        headers: { Accept: 'application/json', 'OCS-APIRequest': 'true' },
        signal,
      });
      if (response.status === 403 || response.status === 404) return undefined;
      if (!response.ok) throw new Error('no answer');
      announced = askAfter(response);
      const answer = (await response.json()) as Door & { readonly ocs?: { readonly data: Door } };
      return answer.ocs?.data ?? answer;
    },
    onAnswer(door) {
      if (door) return see(door);
      stopWaiting();
      say(lost);
      return 'stop';
    },
    onTrouble() {
      say(offline);
      return 'go on';
    },
    // A hidden page wakes once a minute; whoever waits in another tab would be late.
    timers: isWaiting ? workerTimers() : windowTimers,
    visibility: documentVisibility,
    slower: () => (isWaiting ? 1 : 3),
    announced: () => restBetween(announced, isWaiting ? 'waiting' : 'looking'),
  });
  const pushRoom = Number(main.dataset['pushRoom'] ?? '');
  if (pushRoom > 0) {
    onPushed((id) => {
      if (id === pushRoom) loop.hear();
    });
    void startPush();
  }
  countDown(main, loop);

  document.getElementById('bluebridge-stop')?.addEventListener('click', () => {
    stopWaiting();
    answered = stopped;
    first = undefined;
    say(stopped);
  });
  addEventListener('pageshow', ({ persisted }) => {
    // Who comes back from the meeting wants out, not in again.
    if (persisted) stopWaiting();
  });

  function see({ entry }: Door): 'stop' | 'go on' {
    main.dataset['opensAt'] = String(entry.opensAt ?? 0);
    if (isWaiting && entry.kind === 'join') {
      say(entering);
      // Whoever looks at another tab meanwhile sees it there.
      document.title = entering;
      waiting.value = 'yes';
      form.submit();
      return 'stop';
    }
    // Only a press of the button opens a room; waiting never does.
    if (entry.kind === 'start' || entry.kind === 'refuse') stopWaiting();
    // There is nothing to press, unless it is to agree that other meetings end.
    form.hidden = isWaiting || (entry.kind === 'refuse' && !form.elements.namedItem('evicts'));
    first ??= entry.text;
    if (entry.text !== first) answered = undefined;
    // Said again even so: the connection may have been lost meanwhile.
    say(answered ?? entry.text);
    return 'go on';
  }

  function stopWaiting(): void {
    isWaiting = false;
    waiting.value = '';
    form.hidden = false;
    for (const shown of document.querySelectorAll<HTMLElement>('[data-while-waiting]')) {
      shown.hidden = true;
    }
  }
}

/** Shows how long it is until the room opens, and asks again at that moment. */
function countDown(main: HTMLElement, loop: WaitingLoop): void {
  const place = element('bluebridge-countdown', HTMLElement);
  let wasAhead = false;
  tick();
  setInterval(tick, 1000);

  function tick(): void {
    const ahead = Number(main.dataset['opensAt']) - Date.now();
    if (ahead > 0) place.textContent = untilThen(ahead, document.documentElement.lang);
    else if (wasAhead) loop.askNow();
    place.hidden = ahead <= 0;
    wasAhead = ahead > 0;
  }
}

/** Changes what is said only when it differs, so that nobody has the same read out twice. */
function say(words: string): void {
  const place = element('bluebridge-text', HTMLElement);
  if (place.textContent !== words) place.textContent = words;
}

function element<Kind extends HTMLElement>(id: string, kind: new () => Kind): Kind {
  const found = document.getElementById(id);
  if (!(found instanceof kind)) throw new Error(`the page has no ${id}`);
  return found;
}
