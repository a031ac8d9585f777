import { html } from 'hono/html';
import type { PublicUrls } from '../../public-urls.ts';
import { isOpen, type RecordedFormat, type Recording } from '../../state/recording.ts';
import { plainPage } from '../plain-page.ts';

interface PlaybackView {
  recording: Recording;
  /** The format that was opened. */
  format: RecordedFormat;
  urls: PublicUrls;
  now: number;
}

const names: Readonly<Record<string, string>> = {
  presentation: 'Presentation',
  video: 'Video',
  podcast: 'Podcast',
  notes: 'Shared notes',
  screenshare: 'Screen sharing',
};

/** Builds the page of a published recording: what is known of it, and its public chat. */
export function playbackPage(view: PlaybackView) {
  const { recording, format, now } = view;
  const { name, startTime, endTime, participants } = recording;
  const tracks = recording.textTracks.filter(({ readyAt }) => readyAt <= now);
  return plainPage(
    name,
    'This recording was made by a simulator, so there is nothing to see or hear.',
    html`<dl>
        <dt>Format</dt>
        <dd>${nameOf(format.type)}</dd>
        <dt>Meeting</dt>
        <dd>${day(startTime)}, ${clock(startTime)} to ${clock(endTime)} (UTC)</dd>
        <dt>Recorded</dt>
        <dd>${length(format.lengthMs)}</dd>
        <dt>People</dt>
        <dd>${participants}</dd>
        ${
          tracks.length === 0
            ? ''
            : html`<dt>Subtitles</dt>
                <dd>${tracks.map(({ label }) => label).join(', ')}</dd>`
        }
      </dl>
      ${otherFormats(view)}
      <h2>Chat</h2>
      ${messages(recording)}`,
  );
}

function otherFormats({ recording, format, urls, now }: PlaybackView) {
  const others = recording.formats.filter((one) => one !== format && isOpen(one, now));
  if (others.length === 0) return '';
  const links = others.map(
    ({ type }) =>
      html`<li><a href="${urls.playback(type, recording.recordID)}">${nameOf(type)}</a></li>`,
  );
  return html`<nav aria-labelledby="formats-heading">
    <h2 id="formats-heading">Other formats</h2>
    <ul>
      ${links}
    </ul>
  </nav>`;
}

function messages({ chat }: Recording) {
  if (chat.length === 0) return html`<p>Nobody wrote anything while the recording was on.</p>`;
  const items = chat.map(
    ({ from, text, at }) =>
      html`<li><strong>${from}</strong> <time>${clock(at)}</time> <span>${text}</span></li>`,
  );
  return html`<ol>
    ${items}
  </ol>`;
}

function nameOf(type: string): string {
  return names[type] ?? type;
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
