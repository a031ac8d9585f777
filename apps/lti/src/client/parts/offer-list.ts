import type {
  ChooserReply,
  OfferedRecordingsReply,
  OfferedRoom,
} from '../../deep-linking/chooser-replies.ts';
import type { Api } from './api.ts';
import { makeOptions, type Options, Unready } from './offer-options.ts';
import { element, say, words } from './page.ts';
import { isOver, messageOf } from './questions.ts';
import { timeOf } from './time.ts';

/** How long after a failure the server is asked again. */
export const retryMs = 3000;

/** What a link may open, in the words of the server. */
type Offer =
  | { readonly what: 'room' | 'gallery'; readonly room: string }
  | { readonly what: 'new'; readonly name: string }
  | { readonly what: 'recording'; readonly room: string; readonly recordID: string };

interface Row {
  readonly offer: Offer;
  readonly item: HTMLElement;
  readonly input: HTMLInputElement;
  readonly name: string;
  options?: Options;
}

type Rules = Pick<ChooserReply, 'takesSeveral' | 'takesPoints'>;

/** The list of what can be chosen; rooms open to their recordings. */
export class OfferList {
  readonly #rules: Rules;
  readonly #api: Api;
  readonly #rows: Row[] = [];
  readonly #list = element('room-list');

  constructor(reply: ChooserReply, api: Api) {
    this.#rules = reply;
    this.#api = api;
    for (const room of reply.rooms) this.#addKnownRoom(room);
    this.#showWhetherEmpty();
    this.#list.addEventListener('change', () => this.#showOptions());
  }

  /** Tells whether nothing is chosen. */
  isEmpty(): boolean {
    return !this.#rows.some(({ input }) => input.checked);
  }

  /** Adds a room that is still to be made, chosen already. */
  addRoom(name: string): void {
    const row = this.#addRow(this.#list, { what: 'new', name }, name);
    part(row.item, 'new').hidden = false;
    row.input.checked = true;
    this.#showWhetherEmpty();
    this.#showOptions();
    row.input.focus();
  }

  /** Gives what is chosen, for the server. Throws Unready where something is lacking. */
  chosen(): readonly unknown[] {
    const rows = this.#rows.filter(({ input }) => input.checked);
    if (rows.length === 0) throw new Unready('nothing', this.#rows[0]?.input);
    return rows.map(({ offer, options }) => ({ ...offer, ...options?.read() }));
  }

  #addKnownRoom({ id, name }: OfferedRoom): void {
    const { item } = this.#addRow(this.#list, { what: 'room', room: id }, name);
    const button = part(item, 'recordings');
    button.hidden = false;
    button.setAttribute('aria-label', `${button.textContent.trim()}: ${name}`);
    let asked = false;
    const ask = (): void => {
      this.#addRecordings(item, id).catch((error: unknown) => {
        say(part(item, 'more-note'), messageOf(error));
        if (!isOver(error)) setTimeout(ask, retryMs);
      });
    };
    button.addEventListener('click', () => {
      const open = button.getAttribute('aria-expanded') !== 'true';
      button.setAttribute('aria-expanded', String(open));
      part(item, 'more').hidden = !open;
      if (!asked) ask();
      asked = true;
    });
  }

  async #addRecordings(room: HTMLElement, roomId: string): Promise<void> {
    const note = part(room, 'more-note');
    say(note, words('sending'));
    const path = `/api/chooser/recordings?room=${encodeURIComponent(roomId)}`;
    const { recordings, note: text } = await this.#api.get<OfferedRecordingsReply>(path);
    say(note, text);
    const list = room.querySelector('ul');
    if (!list) return;
    this.#addRow(list, { what: 'gallery', room: roomId }, words('gallery'));
    for (const { recordID, name, startTime } of recordings) {
      const { item } = this.#addRow(list, { what: 'recording', room: roomId, recordID }, name);
      if (startTime !== null) item.querySelector('.details')?.append(timeOf(startTime));
    }
  }

  #addRow(list: Element, offer: Offer, name: string): Row {
    const template = element('row') as HTMLTemplateElement;
    const item = template.content.firstElementChild?.cloneNode(true) as HTMLElement;
    const input = item.querySelector('input') as HTMLInputElement;
    input.type = this.#rules.takesSeveral ? 'checkbox' : 'radio';
    // Radio buttons know each other by their name. Several boxes with one would be posted under it
    // again and again, which no form of ours may be.
    if (!this.#rules.takesSeveral) input.name = 'offer';
    say(item.querySelector('.name') as HTMLElement, name);
    list.append(item);
    const row: Row = { offer, item, input, name };
    this.#rows.push(row);
    return row;
  }

  #showOptions(): void {
    for (const row of this.#rows) {
      const place = part(row.item, 'options');
      place.hidden = !row.input.checked;
      if (!row.input.checked || row.options) continue;
      row.options = makeOptions(row.name, this.#rules.takesPoints);
      place.append(row.options.element);
    }
  }

  #showWhetherEmpty(): void {
    element('no-rooms').hidden = this.#rows.length > 0;
    this.#list.hidden = this.#rows.length === 0;
  }
}

function part(item: HTMLElement, name: string): HTMLElement {
  return item.querySelector(`[data-part="${name}"]`) as HTMLElement;
}
