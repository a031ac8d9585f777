/** The script of the meeting page: shows what the server sends, sends what people do. */
import { listenToChatForm, showChat } from './chat.ts';
import { Connection } from './connection.ts';
import { closeDialog, listenToControls, showControls } from './controls.ts';
import { byId } from './elements.ts';
import { keepTime, noteTime } from './elapsed.ts';
import { showOver } from './over.ts';
import { showPeople } from './people.ts';
import type { LiveView, OverView } from '../meeting-view.ts';

const notice = byId('connection', HTMLParagraphElement);
const token = new URLSearchParams(location.search).get('sessionToken') ?? '';
const connection = new Connection(token);
let logoutURL: string | undefined;

listenToChatForm(connection);
listenToControls(connection, () => {
  connection.stop();
  leaveFor({
    state: 'over',
    reason: 'left',
    name: '',
    willHaveRecording: false,
    ...(logoutURL === undefined ? {} : { logoutURL }),
  });
});
keepTime();

for await (const view of connection.views()) {
  if (view === 'lost') {
    notice.textContent = 'The connection was lost. Trying again…';
    notice.hidden = false;
  } else if (view.state === 'over') {
    leaveFor(view);
  } else {
    show(view);
  }
}

function show(view: LiveView): void {
  logoutURL = view.logoutURL;
  notice.hidden = true;
  byId('live', HTMLElement).hidden = false;
  byId('controls', HTMLElement).hidden = false;
  showPeople(view);
  showChat(view);
  showControls(view);
  noteTime(view);
}

function leaveFor(view: OverView): void {
  notice.hidden = true;
  closeDialog();
  showOver(view);
}
