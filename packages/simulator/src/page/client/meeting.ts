/** The script of the meeting page: shows what the server sends, sends what people do. */
import type { LiveView, OverView, PageMessage, WaitingView } from '../view/meeting-view.ts';
import { applyChange } from './apply-change.ts';
import { showBanner } from './banner.ts';
import { listenToChatForm, showChat } from './chat.ts';
import { Connection } from './connection.ts';
import { listenToControls, showControls } from './controls.ts';
import { showDocuments } from './documents.ts';
import { listenToDoor, showDoor } from './door.ts';
import { keepTime, noteTime } from './elapsed.ts';
import { announce, byId } from './elements.ts';
import { closeHandOff, listenToHandOff } from './hand-off.ts';
import { showOver } from './over.ts';
import { listenToPeople, showPeople } from './people.ts';
import { closeQuestion } from './question.ts';
import { listenToWaiting, showWaiting } from './waiting.ts';

const notice = byId('connection', HTMLParagraphElement);
const token = new URLSearchParams(location.search).get('sessionToken') ?? '';
const connection = new Connection(token);
let seen: LiveView | WaitingView | undefined;

listenToChatForm(connection);
listenToControls(connection, leave);
listenToPeople(connection);
listenToDoor(connection);
listenToWaiting(connection, leave);
listenToHandOff(token);
keepTime();

for await (const message of connection.messages()) {
  if (message === 'lost') {
    notice.textContent = 'The connection was lost. Trying again…';
    notice.hidden = false;
  } else {
    receive(message);
  }
}

function receive(message: PageMessage): void {
  notice.hidden = true;
  switch (message.state) {
    case 'over':
      return leaveFor(message);
    case 'waiting':
      seen = message;
      return showWaiting(message);
    case 'change':
      return seen?.state === 'live' ? show(applyChange(seen, message)) : undefined;
    case 'live':
      noteTime(message);
      showBanner(message);
      if (seen?.state === 'waiting') announce('You are in the meeting now.');
      return show(message);
  }
}

function show(view: LiveView): void {
  seen = view;
  document.body.className = 'live';
  byId('waiting', HTMLElement).hidden = true;
  byId('live', HTMLElement).hidden = false;
  byId('controls', HTMLElement).hidden = false;
  showPeople(view);
  showDoor(view);
  showDocuments(view);
  showChat(view);
  showControls(view);
}

/** Shows what the server would say, had it not lost sight of this page at the same moment. */
function leave(): void {
  connection.stop();
  const { logoutURL, loginURL } = seen ?? {};
  leaveFor({
    state: 'over',
    reason: 'left',
    name: '',
    willHaveRecording: false,
    ...(logoutURL === undefined ? {} : { logoutURL }),
    ...(loginURL === undefined ? {} : { loginURL }),
  });
}

function leaveFor(view: OverView): void {
  notice.hidden = true;
  document.body.className = '';
  closeQuestion();
  closeHandOff();
  showOver(view);
}
