import { html } from 'hono/html';
import type { MeetingsSnapshot, RunningMeeting } from '../activity/running-meetings.ts';
import type { SentCall } from '../activity/sent-calls.ts';
import type { Markup } from './layout.ts';

/** A part of the landing page that is refreshed: one line that is announced, and the whole. */
export interface Section {
  summary: string;
  body: Markup | string;
}

const stateWords: Record<RunningMeeting['state'], string> = {
  open: 'Open',
  empty: 'Nobody is in yet',
  ending: 'Ending',
};

/** Renders the live meetings, or an honest sentence why there are none. */
export function meetingsSection(snapshot: MeetingsSnapshot): Section {
  switch (snapshot.kind) {
    case 'loading':
      return { summary: 'Asking the server …', body: '' };
    case 'unlisted':
      return { summary: 'This server does not list its meetings.', body: '' };
    case 'failed':
      return {
        summary: 'The server does not answer right now. This page keeps trying.',
        body: '',
      };
    case 'known':
      return knownMeetings(snapshot.meetings);
  }
}

function knownMeetings(meetings: readonly RunningMeeting[]): Section {
  if (meetings.length === 0) {
    return { summary: 'No meeting is running. Open a room as the teacher to start one.', body: '' };
  }
  return {
    summary:
      meetings.length === 1
        ? 'One meeting is running.'
        : `${meetings.length} meetings are running.`,
    body: html`<ul class="meetings">
      ${meetings.map(
        (meeting) =>
          html`<li>
            <p class="meeting-name">
              <strong>${meeting.name}</strong>
              <span class="state ${meeting.state}">${stateWords[meeting.state]}</span>
            </p>
            ${peopleLine(meeting)}
          </li>`,
      )}
    </ul>`,
  };
}

function peopleLine({ people }: RunningMeeting): Markup | string {
  if (people.length === 0) return '';
  const names = people.map(({ name, isModerator }) => (isModerator ? `${name} (moderator)` : name));
  return html`<p class="people">
    ${people.length === 1 ? '1 person' : `${people.length} people`}: ${names.join(', ')}
  </p>`;
}

/** Renders the calls the tool sent, newest first. */
export function sentSection(calls: readonly SentCall[]): Section {
  if (calls.length === 0) {
    return {
      summary: 'Nothing yet. Each call the tool makes will be listed here.',
      body: '',
    };
  }
  return {
    summary: '',
    body: html`<ol class="calls" reversed>
      ${calls.map(
        (call) =>
          html`<li>
            <p class="call-line">
              <code class="call-name">${call.call}</code>
              ${call.times > 1 ? html`<span class="times">${call.times} times</span>` : ''}
              <span class="outcome ${call.succeeded ? 'good' : 'other'}"
                >${outcomeWords(call)}</span
              >
              <span class="when"
                ><time datetime="${call.time}">${clockTime(call.time)}</time>${duration(call)}</span
              >
            </p>
            ${parameterLine(call)}
          </li>`,
      )}
    </ol>`,
  };
}

/** The tool signs `join`, but it is the browser that follows it. */
const HANDED_OVER = 'handed_to_browser';

function outcomeWords({ outcome }: SentCall): string {
  return outcome === HANDED_OVER ? 'handed to the browser' : outcome;
}

function duration({ outcome, durationMs }: SentCall): string {
  return outcome === HANDED_OVER ? '' : ` · ${Math.round(durationMs)} ms`;
}

function parameterLine({ parameters }: SentCall): Markup | string {
  if (parameters.length === 0) return '';
  return html`<p class="parameters">
    ${parameters.map(([name, value]) => html`<code><b>${name}</b>=${value}</code> `)}
  </p>`;
}

/** Returns the wall clock time on this computer, "14:03:27". */
function clockTime(iso: string): string {
  return new Date(iso).toTimeString().slice(0, 8);
}
