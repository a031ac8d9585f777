import type { LiveView } from '../meeting-view.ts';
import type { Connection } from './connection.ts';
import { announce, byId } from './elements.ts';

const hand = byId('hand', HTMLButtonElement);
const recording = byId('recording', HTMLButtonElement);
const recordingState = byId('recording-state', HTMLSpanElement);
const leave = byId('leave', HTMLButtonElement);
const end = byId('end', HTMLButtonElement);
const dialog = byId('end-dialog', HTMLDialogElement);
let isRecording: boolean | undefined;

/** Shows the buttons this person has, and whether the meeting is being recorded. */
export function showControls({ me, people, recording: { isOn, isMine } }: LiveView): void {
  const myself = people.find(({ id }) => id === me);
  hand.ariaPressed = String(myself?.handRaised ?? false);
  end.hidden = myself?.role !== 'MODERATOR';
  recording.hidden = !isMine;
  recording.textContent = isOn ? 'Stop recording' : 'Start recording';
  recordingState.hidden = !isOn;
  if (isRecording !== undefined && isRecording !== isOn) {
    announce(isOn ? 'The meeting is being recorded.' : 'The recording has stopped.');
  }
  isRecording = isOn;
}

/** Makes the buttons work; `onLeft` runs when the person has left. */
export function listenToControls(connection: Connection, onLeft: () => void): void {
  hand.addEventListener('click', () => {
    void attempt(connection, 'hand', { raised: hand.ariaPressed !== 'true' });
  });
  recording.addEventListener('click', () => {
    void attempt(connection, 'recording', { on: isRecording !== true });
  });
  leave.addEventListener('click', () => {
    void attempt(connection, 'leave').then((done) => (done ? onLeft() : undefined));
  });
  end.addEventListener('click', () => dialog.showModal());
  byId('end-cancel', HTMLButtonElement).addEventListener('click', () => dialog.close());
  byId('end-confirm', HTMLButtonElement).addEventListener('click', () => {
    dialog.close();
    void attempt(connection, 'end');
  });
}

/** Puts an open dialog away, for a meeting that ends meanwhile. */
export function closeDialog(): void {
  dialog.close();
}

async function attempt(
  connection: Connection,
  action: string,
  details: Record<string, unknown> = {},
): Promise<boolean> {
  const done = await connection.act(action, details);
  if (!done) announce('That did not work. Please try again.');
  return done;
}
