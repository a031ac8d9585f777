import { type DocumentRefusal, refusalBeforeReading } from '@bluebridge/browser/upload-checks';
import type { DocumentReply, DocumentsReply } from '../../documents/document-replies.ts';
import { type Api, ApiError } from './api.ts';
import { confirmed } from './confirmed.ts';
import { element, make, say, words } from './page.ts';

const list = element('documents-list');
const none = element('documents-none');
const adding = element('documents-add');
const file = element('documents-file') as HTMLInputElement;
const pick = element('documents-pick');
const addressForm = element('documents-form') as HTMLFormElement;
const address = element('documents-url') as HTMLInputElement;
const status = element('documents-status');
const notice = element('documents-notice');
const texts = element('documents').dataset;

/** Shows the files of a room, and lets people add, order and remove them. Each step counts at once. */
export function drawDocuments(api: Api, first: DocumentsReply): void {
  let reply = first;

  function show(now: DocumentsReply): void {
    reply = now;
    const { documents, limits } = now;
    none.hidden = documents.length > 0;
    list.hidden = documents.length === 0;
    adding.hidden = documents.length >= limits.most;
    list.replaceChildren(...documents.map(itemFor));
  }

  async function act(before: string, work: () => Promise<DocumentsReply>, after: string) {
    say(notice, '');
    say(status, before);
    try {
      show(await work());
      say(status, after);
    } catch (error) {
      say(status, '');
      say(notice, wordsFor(error));
      // Somebody else may have changed the list.
      if (error instanceof ApiError && error.status === 404) {
        show(await api.get<DocumentsReply>('/api/documents'));
      }
    }
  }

  async function upload(files: readonly File[]): Promise<void> {
    const { maxBytes, most } = reply.limits;
    for (const each of files.slice(0, most)) {
      const refusal = refusalBeforeReading(each.name, each.size, maxBytes);
      if (refusal !== undefined) {
        say(status, '');
        say(notice, refusalText(refusal, each.name, maxBytes));
        return;
      }
      const name = { name: each.name };
      await act(
        text('uploading', name),
        () => api.upload('/api/documents', each),
        text('added', name),
      );
      if (notice.textContent !== '') return;
    }
  }

  function itemFor(document: DocumentReply, place: number): HTMLElement {
    const { id, name, size } = document;
    const item = make('li', 'document');
    const about = make('div', 'about');
    const details = place === 0 ? `${sizeText(size)} · ${text('first')}` : sizeText(size);
    about.append(make('strong', '', name), make('span', 'details', details));
    item.append(about);
    if (place > 0) {
      item.append(
        button('up', name, async () => {
          const after = text('moved', { name, place: String(place) });
          await act('', () => api.post('/api/documents/move', { id, place: place - 1 }), after);
          focusButton(id, '.up');
        }),
      );
    }
    item.append(
      button('remove', name, async () => {
        if (!(await confirmed('remove', name))) return;
        const work = () => api.post<DocumentsReply>('/api/documents/remove', { id });
        await act('', work, text('removed', { name }));
        pick.focus();
      }),
    );
    item.dataset['id'] = id;
    return item;
  }

  file.addEventListener('change', () => {
    const files = [...(file.files ?? [])];
    file.value = '';
    void upload(files);
  });
  addressForm.addEventListener('submit', (event) => {
    event.preventDefault();
    const url = address.value.trim();
    void act(
      text('fetching'),
      async () => {
        const now = await api.post<DocumentsReply>('/api/documents/fetch', { url });
        address.value = '';
        return now;
      },
      text('added', { name: fileName(url) }),
    );
  });
  const { limits } = first;
  file.accept = limits.extensions.map((extension) => `.${extension}`).join(',');
  say(
    element('documents-limits'),
    text('limits', {
      count: String(limits.most),
      size: sizeText(limits.maxBytes),
      kinds: limits.extensions.join(', '),
    }),
  );
  show(first);
}

function button(name: 'up' | 'remove', document: string, press: () => Promise<void>): HTMLElement {
  const made = make('button', `quiet ${name}`, texts[name]) as HTMLButtonElement;
  made.type = 'button';
  made.setAttribute('aria-label', text(`${name}Of`, { name: document }));
  made.addEventListener('click', () => void press());
  return made;
}

/** A list that is drawn anew must not lose the place of who works by keyboard. */
function focusButton(id: string, selector: string): void {
  const item = list.querySelector<HTMLElement>(`[data-id='${id}']`);
  (item?.querySelector<HTMLElement>(selector) ?? item?.querySelector('button'))?.focus();
}

const refusalTexts: Record<DocumentRefusal, string> = {
  name: 'nameWrong',
  kind: 'kindWrong',
  content: 'kindWrong',
  empty: 'empty',
  too_large: 'tooLarge',
};

function refusalText(refusal: DocumentRefusal, name: string, maxBytes: number): string {
  return text(refusalTexts[refusal], { name, size: sizeText(maxBytes) });
}

function text(name: string, values: Readonly<Record<string, string>> = {}): string {
  return (texts[name] ?? '').replace(/\{(\w+)\}/g, (whole, key: string) => values[key] ?? whole);
}

function wordsFor(error: unknown): string {
  return error instanceof ApiError && error.message !== '' ? error.message : words('trouble');
}

function fileName(url: string): string {
  return URL.canParse(url) ? (new URL(url).pathname.split('/').at(-1) ?? url) : url;
}

/** Writes a size in the language of the page, in megabytes or kilobytes. */
function sizeText(bytes: number): string {
  const large = bytes >= 1_000_000;
  return new Intl.NumberFormat(document.documentElement.lang, {
    style: 'unit',
    unit: large ? 'megabyte' : 'kilobyte',
    maximumFractionDigits: large ? 1 : 0,
  }).format(large ? bytes / 1_000_000 : Math.max(1, bytes / 1000));
}
