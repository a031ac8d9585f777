import type { KnownMeeting, RoomDocumentsReply } from '../../rooms/api-replies.ts';
import type { Api } from './api.ts';
import { element, make, say, words } from './page.ts';
import { messageOf } from './questions.ts';

const panel = element('live-panel');
const messageForm = element('message-form') as HTMLFormElement;
const messageText = element('message-text') as HTMLTextAreaElement;
const messageNews = element('message-news');
const documentForm = element('document-form') as HTMLFormElement;
const documentChoice = element('document-choice') as HTMLSelectElement;
const documentFile = element('document-file') as HTMLInputElement;
const documentNews = element('document-news');

/** What those who lead a meeting can do from the page. */
export interface LivePanel {
  show(meeting: Pick<KnownMeeting, 'canMessage' | 'canAddDocument'>): void;
  /** Lets new files be added, which stay with the room. */
  allowFiles(): void;
}

/** Makes the panel work. */
export function openLivePanel(api: Api): LivePanel {
  let listed = false;

  whenSent(messageForm, messageNews, async () => {
    await api.post('/api/message', { text: messageText.value });
    messageText.value = '';
    return words('messageSent');
  });

  whenSent(documentForm, documentNews, async () => {
    const id = await chosenDocument();
    if (id === '') return words('documentNone');
    await api.post('/api/document', { id });
    documentFile.value = '';
    return words('documentSent');
  });

  /** Adds a new file to the room first, if there is one, and answers which document is meant. */
  async function chosenDocument(): Promise<string> {
    const [file] = documentFile.files ?? [];
    if (!file) return documentChoice.value;
    const { documents } = await api.upload<RoomDocumentsReply>('/api/documents', file);
    offer(documents);
    const added = documents.at(-1)?.id ?? '';
    documentChoice.value = added;
    return added;
  }

  async function listDocuments(): Promise<void> {
    const { documents } = await api.get<RoomDocumentsReply>('/api/document');
    offer(documents);
  }

  return {
    show({ canMessage, canAddDocument }) {
      panel.hidden = !canMessage && !canAddDocument;
      messageForm.hidden = !canMessage;
      documentForm.hidden = !canAddDocument;
      if (canAddDocument && !listed) {
        listDocuments().catch((error: unknown) => say(documentNews, messageOf(error)));
      }
      // They may be others when the next meeting opens.
      listed = canAddDocument;
    },
    allowFiles() {
      element('document-new').hidden = false;
      showDocumentParts();
    },
  };
}

function offer(documents: RoomDocumentsReply['documents']): void {
  documentChoice.replaceChildren(
    ...documents.map(({ id, name }) => {
      const option = make('option', '', name) as HTMLOptionElement;
      option.value = id;
      return option;
    }),
  );
  element('document-kept').hidden = documents.length === 0;
  showDocumentParts();
}

function showDocumentParts(): void {
  const isEmpty = element('document-kept').hidden && element('document-new').hidden;
  element('document-none').hidden = !isEmpty;
  element('document-send').hidden = isEmpty;
}

/** Sends a form once at a time, and says what became of it. */
function whenSent(form: HTMLFormElement, news: HTMLElement, send: () => Promise<string>): void {
  let busy = false;
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    if (busy) return;
    busy = true;
    say(news, words('sending'));
    send()
      .then((text) => say(news, text))
      .catch((error: unknown) => say(news, messageOf(error)))
      .finally(() => {
        busy = false;
      });
  });
}
