import { documentVisibility, startWaiting, windowTimers } from '@bluebridge/browser';
import { askAfter } from '../Api/ask-after.ts';
import { n, t } from './l10n.ts';

/** A room as the server describes it where it is shown. */
export interface ShownRoom {
  readonly id: number;
  readonly name: string;
  /** Page of the room. */
  readonly url: string;
  readonly owner: string;
  /** Where the form that goes in is posted to. */
  readonly joinUrl: string;
  readonly state: string;
  readonly participantCount: number;
  readonly may: { readonly join: boolean };
}

interface Status {
  readonly state: string;
  readonly people: readonly unknown[];
  readonly entry: { readonly kind: string };
}

/** Shows a room that keeps itself up to date while somebody sees it; the result ends that. */
export function showRoom(place: HTMLElement, room: ShownRoom): () => void {
  const card = part('div', {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '8px 16px',
    padding: '12px',
  });
  const words = part('div', { flex: '1 1 10rem', minWidth: '0', overflowWrap: 'anywhere' });
  const name = part('a', { fontWeight: 'bold', display: 'block' }, room.name);
  name.href = room.url;
  const state = part('p', { margin: '0' }, stateWords(room.state, room.participantCount));
  state.setAttribute('role', 'status');
  const owner = part('p', { margin: '0', color: 'var(--color-text-maxcontrast)' }, room.owner);
  words.append(name, state, owner);
  const form = joinForm(room);
  card.append(words, form);
  place.replaceChildren(card);

  let announced: number | undefined;
  const loop = startWaiting<Status | undefined>({
    async ask(signal) {
      const response = await fetch(statusAddress(room.id), {
        headers: { Accept: 'application/json', 'OCS-APIRequest': 'true' },
        signal,
      });
      if ([401, 403, 404].includes(response.status)) return undefined;
      if (!response.ok) throw new Error('no answer');
      announced = askAfter(response);
      return ((await response.json()) as { ocs: { data: Status } }).ocs.data;
    },
    onAnswer(status) {
      if (!status) {
        form.remove();
        return 'stop';
      }
      say(state, stateWords(status.state, status.people.length));
      form.hidden = !room.may.join || status.entry.kind === 'refuse';
      return 'go on';
    },
    onTrouble: () => 'go on',
    timers: windowTimers,
    visibility: documentVisibility,
    // Many cards may be on a page, and none of them is waited at.
    announced: () => Math.max(announced ?? slow, slow),
    restsHidden: true,
  });
  return () => loop.stop();
}

/** Milliseconds between two questions of a card. */
const slow = 15_000;

/** Nextcloud's own look for the button that matters most. */
const buttonLook = {
  background: 'var(--color-primary-element)',
  border: '0',
  borderRadius: 'var(--border-radius-element)',
  color: 'var(--color-primary-element-text)',
  fontWeight: 'bold',
  minHeight: '34px',
  padding: '0 16px',
};

function joinForm({ joinUrl, may }: ShownRoom): HTMLElement {
  const form = document.createElement('form');
  form.method = 'post';
  form.action = joinUrl;
  form.target = '_blank';
  form.hidden = !may.join;
  const token = document.createElement('input');
  token.type = 'hidden';
  token.name = 'requesttoken';
  token.value = document.head.dataset['requesttoken'] ?? '';
  const button = part('button', buttonLook, t('bluebridge', 'Join'));
  form.append(token, button);
  return form;
}

function statusAddress(id: number): string {
  const root = (globalThis as { _oc_webroot?: string })._oc_webroot ?? '';
  return `${root}/ocs/v2.php/apps/bluebridge/api/v1/rooms/${id}/status`;
}

function stateWords(state: string, people: number): string {
  if (state === 'open') return n('bluebridge', '%n person is in', '%n people are in', people);
  if (state === 'waiting') return t('bluebridge', 'Somebody is waiting');
  return state === 'closed' ? t('bluebridge', 'Nobody is in') : '';
}

/** Changes what is said only when it differs, so that nobody has the same read out twice. */
function say(place: HTMLElement, words: string): void {
  if (place.textContent !== words) place.textContent = words;
}

function part<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  style: Partial<CSSStyleDeclaration>,
  text = '',
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  Object.assign(element.style, style);
  element.textContent = text;
  return element;
}
