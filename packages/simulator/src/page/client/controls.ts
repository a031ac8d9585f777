import type { LiveView } from '../view/meeting-view.ts';
import type { Connection } from './connection.ts';
import { announce, byId } from './elements.ts';
import { ask, type Question } from './question.ts';

const hand = byId('hand', HTMLButtonElement);
const recording = byId('recording', HTMLButtonElement);
const recordingState = byId('recording-state', HTMLSpanElement);
const leave = byId('leave', HTMLButtonElement);
const end = byId('end', HTMLButtonElement);
let isRecording: boolean | undefined;

/** Shows the buttons this person has, and whether the meeting is being recorded. */
export function showControls({
  me,
  people,
  features,
  recording: { isOn, isControllable },
}: LiveView): void {
  const myself = people.find(({ id }) => id === me);
  const isModerator = myself?.role === 'MODERATOR';
  hand.hidden = !features.raiseHand;
  hand.ariaPressed = String(myself?.handRaised ?? false);
  end.hidden = !isModerator;
  recording.hidden = !(isModerator && isControllable);
  recording.textContent = isOn ? 'Stop recording' : 'Start recording';
  recordingState.hidden = !isOn;
  if (isRecording !== undefined && isRecording !== isOn) {
    announce(isOn ? 'The meeting is being recorded.' : 'The recording has stopped.');
  } else if (isRecording === undefined && isOn) {
    announce('This meeting is being recorded.');
  }
  isRecording = isOn;
}

/** Makes the buttons work; `onLeft` runs when the person has left. */
export function listenToControls(connection: Connection, onLeft: () => void): void {
  hand.addEventListener('click', () => {
    void connection.attempt('hand', { raised: hand.ariaPressed !== 'true' });
  });
  recording.addEventListener('click', () => void switchRecording(connection));
  leave.addEventListener('click', () => {
    void connection.attempt('leave').then((done) => (done ? onLeft() : undefined));
  });
  end.addEventListener('click', () => void endForEveryone(connection));
}

async function switchRecording(connection: Connection): Promise<void> {
  const on = isRecording !== true;
  if (await ask(on ? startQuestion : stopQuestion)) await connection.attempt('recording', { on });
}

async function endForEveryone(connection: Connection): Promise<void> {
  if (await ask(endQuestion)) await connection.attempt('end');
}

const startQuestion: Question = {
  title: 'Record this meeting?',
  text: 'Everyone sees that it is being recorded. Please make sure that they agree.',
  yes: 'Record',
  no: 'Not now',
};

const stopQuestion: Question = {
  title: 'Stop the recording?',
  text: 'What was recorded so far is kept. You can start again at any time.',
  yes: 'Stop',
  no: 'Keep recording',
};

const endQuestion: Question = {
  title: 'End the meeting for everyone?',
  text: 'Everyone leaves, and nobody can come back to this meeting.',
  yes: 'End meeting',
  no: 'Keep going',
  isFinal: true,
};
