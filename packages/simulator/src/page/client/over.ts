import type { OverReason, OverView } from '../meeting-view.ts';
import { byId } from './elements.ts';

const words: Readonly<Record<OverReason, readonly [title: string, text: string]>> = {
  ended: ['The meeting has ended', 'Thank you for being there.'],
  left: ['You have left the meeting', 'You can join again from where you came from.'],
  full: ['The meeting is full', 'Please try again when somebody has left.'],
  waiting: [
    'A moderator has to let you in',
    'This simulator has no waiting area yet, so nobody can. On a real server you would wait here.',
  ],
  unknown: ['This link is no longer valid', 'Please join again from where you came from.'],
};

/** Replaces the meeting by the reason why it is over, and says where to go from here. */
export function showOver({ reason, willHaveRecording, logoutURL }: OverView): void {
  const [title, text] = words[reason];
  byId('live', HTMLElement).hidden = true;
  byId('controls', HTMLElement).hidden = true;
  byId('recording-state', HTMLSpanElement).hidden = true;
  byId('elapsed', HTMLSpanElement).hidden = true;
  byId('over-title', HTMLHeadingElement).textContent = title;
  byId('over-text', HTMLParagraphElement).textContent =
    logoutURL === undefined && reason !== 'waiting' ? `${text} You can close this page.` : text;
  byId('over-recording', HTMLParagraphElement).hidden = !(reason === 'ended' && willHaveRecording);
  const link = byId('over-link', HTMLAnchorElement);
  link.hidden = logoutURL === undefined;
  if (logoutURL !== undefined) link.href = logoutURL;
  const over = byId('over', HTMLElement);
  over.hidden = false;
  over.focus();
}
