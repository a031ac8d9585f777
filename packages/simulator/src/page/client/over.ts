import type { OverReason, OverView } from '../view/meeting-view.ts';
import { announce, byId } from './elements.ts';

const again = 'You can join again from where you came from.';
const thanks = 'Thank you for being there.';

const words: Readonly<Record<OverReason, readonly [title: string, text: string]>> = {
  ended: ['The meeting has ended', thanks],
  time_is_up: ['The meeting has ended', 'Its time is up. Thank you for being there.'],
  everyone_left: ['The meeting has ended', 'Everyone had left.'],
  never_joined: ['The meeting has ended', 'Nobody had come in for a while.'],
  no_moderator: ['The meeting has ended', 'The last moderator had left.'],
  seats_needed: [
    'The meeting has ended',
    'It ran longer than planned, and its seats were needed for another meeting.',
  ],
  left: ['You have left the meeting', again],
  removed: ['You are no longer in the meeting', 'A moderator has removed you.'],
  replaced: ['You continue on another device', 'You can close this page.'],
  full: ['The meeting is full', 'Please try again when somebody has left.'],
  denied: ['You were not let in', 'A moderator has turned down your request to join.'],
  unknown: ['This link is no longer valid', 'Please join again from where you came from.'],
};

/** Replaces the meeting by the reason why it is over, and says where to go from here. */
export function showOver({ reason, willHaveRecording, logoutURL, loginURL }: OverView): void {
  const [title, text] = words[reason];
  for (const part of ['live', 'controls', 'waiting', 'banner', 'recording-state', 'elapsed']) {
    byId(part, HTMLElement).hidden = true;
  }
  // What was announced last is no longer true; the title gets the focus and speaks for itself.
  announce('');
  byId('over-title', HTMLHeadingElement).textContent = title;
  const isDeadEnd = logoutURL === undefined && loginURL === undefined && reason !== 'replaced';
  byId('over-text', HTMLParagraphElement).textContent = isDeadEnd
    ? `${text} You can close this page.`
    : text;
  byId('over-recording', HTMLParagraphElement).hidden = !willHaveRecording;
  showLink('over-link', logoutURL);
  showLink('over-again', loginURL);
  const over = byId('over', HTMLElement);
  over.hidden = false;
  over.focus();
}

function showLink(id: string, url: string | undefined): void {
  const link = byId(id, HTMLAnchorElement);
  link.hidden = url === undefined;
  if (url !== undefined) link.href = url;
}
