import { html } from 'hono/html';
import type { Recording } from '../state/recordings.ts';
import { plainPage } from './plain-page.ts';

/** Builds the page of a published recording: what is known of it, and its public chat. */
export function playbackPage(recording: Recording) {
  const { name, startTime, endTime, participants, recordedMs, chat } = recording;
  const messages = chat.map(
    ({ from, text, at }) =>
      html`<li><strong>${from}</strong> <time>${clock(at)}</time> <span>${text}</span></li>`,
  );
  return plainPage(
    name,
    'This recording was made by a simulator, so there is nothing to see or hear.',
    html`<dl>
        <dt>Meeting</dt>
        <dd>${day(startTime)}, ${clock(startTime)} to ${clock(endTime)} (UTC)</dd>
        <dt>Recorded</dt>
        <dd>${length(recordedMs)}</dd>
        <dt>People</dt>
        <dd>${participants}</dd>
      </dl>
      <h2>Chat</h2>
      ${
        messages.length === 0
          ? html`<p>Nobody wrote anything while the recording was on.</p>`
          : html`<ol>
              ${messages}
            </ol>`
      }`,
  );
}

function day(epochMs: number): string {
  return new Date(epochMs).toLocaleDateString('en-GB', { dateStyle: 'long', timeZone: 'UTC' });
}

function clock(epochMs: number): string {
  return new Date(epochMs).toISOString().slice(11, 16);
}

function length(ms: number): string {
  const seconds = Math.round(ms / 1_000);
  const minutes = Math.floor(seconds / 60);
  return minutes === 0 ? `${seconds} s` : `${minutes} min ${seconds % 60} s`;
}
