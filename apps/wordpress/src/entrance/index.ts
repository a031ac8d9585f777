/** The page of a room's entrance: keeps up with the meeting, and goes in by itself when it waits. */
import { type WaitingLoop, windowTimers } from '@bluebridge/browser';
import { type DoorSign, followDoor } from '../door-sign.ts';
import { countTo } from '../countdown.ts';
import { yourTime } from './your-time.ts';
import { workerTimers } from './worker-timers.ts';
import './page.css';

const pressAgainAfter = 5_000;

sendOnce();
const page = document.getElementById('entrance');
// A page that only tells something has no form, and the link of an invitation has nothing to follow.
if (page?.dataset['status']) {
  const { status } = page.dataset;
  const begin = () => {
    endRefreshing();
    keepUp(page, status);
  };
  if (document.readyState === 'complete') begin();
  else addEventListener('load', begin, { once: true });
}

/** Ends what takes people in without a script. Browsers forget it when they stop, not when it is gone. */
function endRefreshing(): void {
  const refreshing = document.querySelector('meta[http-equiv="refresh"]');
  if (!refreshing) return;
  refreshing.remove();
  stop();
}

function keepUp(main: HTMLElement, address: string): void {
  const form = element('enter', HTMLFormElement);
  const by = element('by', HTMLInputElement);
  const button = element('button', HTMLButtonElement);
  const evicts = element('evicts', HTMLInputElement);
  const {
    nonce = '',
    waits = '',
    told = '',
    entering = '',
    offline = '',
    lost = '',
  } = main.dataset;
  const hasForm = !form.hidden;
  let isWaiting = waits === 'yes';
  let isTold = told === 'yes';
  let first: string | undefined;
  const statusAddress = new URL(address);
  if (isWaiting) statusAddress.searchParams.set('waiting', 'true');
  form.hidden ||= isWaiting;
  // Who loads the page again looks at it, and does not post the form once more.
  history.replaceState(null, '', location.href);

  const loop = followDoor({
    address: statusAddress.href,
    nonce,
    prompt: true,
    timers: isWaiting ? workerTimers() : windowTimers,
    // Seen, the page asks when the site has announced something. Unseen, it must not wait for that.
    slower: () => (isWaiting && document.hidden ? 1 : 3),
    onSign,
    onTrouble: () => say('text', offline),
    onLost() {
      stopWaiting();
      say('text', lost);
    },
  });
  countDown(main, loop);

  addEventListener('pageshow', ({ persisted }) => {
    // Who comes back from the meeting wants out, not in again.
    if (persisted) stopWaiting();
  });

  function onSign({ state, entry, seats }: DoorSign): 'stop' | 'go on' {
    say('state', state);
    showHolders(seats.holders);
    // Nobody agrees to the end of a meeting that was not in the list they have read.
    evicts.value = entry.reason === 'would_evict' ? seats.confirms : '';
    main.dataset['opensAt'] = String(entry.opensAt);
    if (isWaiting && entry.kind === 'join') {
      enter();
      return 'stop';
    }
    // Only a press of the button opens a room; waiting never does.
    if (entry.kind !== 'wait' && entry.kind !== 'unknown') stopWaiting();
    if (!isWaiting && entry.label !== '' && isPressed(entry)) {
      button.textContent = entry.label;
    }
    // What answers something that was typed stays until there is something new.
    first ??= entry.text;
    isTold &&= entry.text === first;
    if (!isTold) say('text', entry.text);
    return 'go on';
  }

  function enter(): void {
    say('text', entering);
    // Whoever looks at another tab meanwhile sees it there.
    document.title = entering;
    by.value = 'waiting';
    form.submit();
  }

  function stopWaiting(): void {
    isWaiting = false;
    by.value = '';
    form.hidden = !hasForm;
  }
}

/** Tells whether the button does what the sign says: it asks for a code or a name in its own words. */
function isPressed({ kind, reason }: DoorSign['entry']): boolean {
  return kind === 'start' || kind === 'join' || reason === 'would_evict';
}

/** Shows who has the seats that are missing, as long as they are. */
function showHolders(holders: readonly string[]): void {
  const list = element('holders', HTMLElement);
  const shown = Array.from(list.children, (item) => item.textContent);
  list.hidden = holders.length === 0;
  if (JSON.stringify(shown) === JSON.stringify(holders)) return;
  const items = holders.map((holder) => {
    const item = document.createElement('li');
    item.textContent = holder;
    return item;
  });
  list.replaceChildren(...items);
}

/**
 * Sends a form once however often it is pressed: a link for one person would be used up by their second
 * press. Whoever stopped it, or came back, may press again after a while.
 */
function sendOnce(): void {
  let sentAt = Number.NEGATIVE_INFINITY;
  document.addEventListener('submit', (event) => {
    if (event.timeStamp - sentAt < pressAgainAfter) event.preventDefault();
    else sentAt = event.timeStamp;
  });
}

/** Shows how long it is until the room opens, and asks again at that moment. */
function countDown(main: HTMLElement, loop: WaitingLoop): void {
  const { zone = '', opensForYou = '' } = main.dataset;
  let told = 0;
  countTo(
    () => Number(main.dataset['opensAt']),
    show,
    () => loop.askNow(),
  );

  function show(words: string): void {
    const opensAt = words === '' ? 0 : Number(main.dataset['opensAt']);
    if (opensAt !== told) announce(opensAt);
    told = opensAt;
    if (words !== '') say('countdown', words);
    element('countdown', HTMLElement).hidden = words === '';
  }

  function announce(opensAt: number): void {
    const { lang } = document.documentElement;
    const here = opensAt === 0 ? '' : yourTime(opensAt, zone, lang);
    element('yours', HTMLElement).hidden = here === '';
    say('yours', opensForYou.replace('%s', here));
  }
}

/** Changes a text only when it differs, so that nobody has the same read out twice. */
function say(id: string, words: string): void {
  if (text(id) !== words) element(id, HTMLElement).textContent = words;
}

function text(id: string): string {
  return element(id, HTMLElement).textContent;
}

function element<Kind extends HTMLElement>(id: string, kind: new () => Kind): Kind {
  const found = document.getElementById(id);
  if (!(found instanceof kind)) throw new Error(`the page has no ${id}`);
  return found;
}
