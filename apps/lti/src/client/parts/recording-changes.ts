import type { TicketReply } from '../../rooms/api-replies.ts';
import type {
  ChangeReply,
  FormatReply,
  RecordingAction,
  RecordingReply,
} from '../../recordings/replies.ts';
import type { Api } from './api.ts';
import { showCaptions } from './captions.ts';
import { postInNewTab } from './new-tab.ts';
import { element, say } from './page.ts';
import type { RecordingHandlers } from './recording-item.ts';
import { recordingWords } from './recording-words.ts';

const renameDialog = element('rename-dialog') as HTMLDialogElement;
const deleteDialog = element('delete-dialog') as HTMLDialogElement;
const title = element('recordings-title');

interface Listener {
  /** Gets what came of a change, in words. */
  readonly speak: (text: string) => void;
  readonly fail: (error: unknown) => void;
  /** Shows the list as it is now. */
  readonly reload: () => Promise<unknown>;
}

/** Makes what the buttons of recordings do. One change is made at a time. */
export function recordingChanges(api: Api, { speak, fail, reload }: Listener): RecordingHandlers {
  let busy = false;

  async function send(body: Readonly<Record<string, string>>): Promise<void> {
    if (busy) return;
    busy = true;
    speak(recordingWords('working'));
    try {
      const { message } = await api.post<ChangeReply>('/api/recordings/change', body);
      await reload();
      speak(message);
    } catch (error) {
      fail(error);
    } finally {
      busy = false;
    }
  }

  async function change(recording: RecordingReply, action: RecordingAction): Promise<void> {
    const { recordID, name } = recording;
    switch (action) {
      case 'captions':
        return showCaptions(api, recording);
      case 'rename': {
        const wanted = await askName(name);
        return wanted === undefined ? undefined : send({ recordID, action, name: wanted });
      }
      case 'delete':
        if (!(await askDelete(name))) return;
        await send({ recordID, action });
        // The button that was pressed is gone with its recording.
        if (document.activeElement === document.body) title.focus();
        return;
      default:
        return send({ recordID, action });
    }
  }

  async function watch({ recordID }: RecordingReply, { type }: FormatReply): Promise<void> {
    const opened = await postInNewTab({
      form: element('watch') as HTMLFormElement,
      opening: recordingWords('opening'),
      async getTicket() {
        const wish = { recordID, format: type };
        return (await api.post<TicketReply>('/api/recordings/watch-ticket', wish)).ticket;
      },
    });
    if (!opened) speak(recordingWords('blocked'));
  }

  return {
    change: (recording, action) => void change(recording, action).catch(fail),
    watch: (recording, format) => void watch(recording, format).catch(fail),
  };
}

/** Asks for a new name; undefined when it is to stay. */
async function askName(name: string): Promise<string | undefined> {
  const field = renameDialog.querySelector('input');
  if (!field) return undefined;
  field.value = name;
  const isWanted = await answerOf(renameDialog, () => field.select());
  const wanted = field.value.trim();
  return isWanted && wanted !== '' && wanted !== name ? wanted : undefined;
}

function askDelete(name: string): Promise<boolean> {
  say(element('delete-name'), name);
  // The harmless answer comes first.
  return answerOf(deleteDialog, () => element('delete-cancel').focus());
}

/** Shows a dialog and answers whether it was agreed to. The focus goes back by itself. */
function answerOf(dialog: HTMLDialogElement, onOpen = (): void => {}): Promise<boolean> {
  dialog.returnValue = '';
  dialog.showModal();
  onOpen();
  return new Promise((resolve) => {
    const closed = (): void => resolve(dialog.returnValue === 'go');
    dialog.addEventListener('close', closed, { once: true });
  });
}
