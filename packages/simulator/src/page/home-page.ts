import { html } from 'hono/html';
import type { Profile } from '../profiles/profile.ts';
import type { PublicUrls } from '../public-urls.ts';
import type { Meeting } from '../state/meeting.ts';
import { plainPage } from './plain-page.ts';

const title = 'Meeting server simulator';
const text =
  'This stands in for a BigBlueButton server. Meetings are opened and joined from your site.';

/** What the page at the root tells people on the same machine. */
export interface HomeFacts {
  urls: PublicUrls;
  profile: Profile;
  /** The meetings that have not ended. */
  meetings: readonly Meeting[];
  now: number;
}

/** Builds the page at the root: how to use this server, and what happens on it. */
export function homePage({ urls, profile, meetings, now }: HomeFacts) {
  return plainPage(
    title,
    text,
    html`<h2>Use it</h2>
      <p>Enter these in the settings of your site:</p>
      <dl>
        <dt>Server address</dt>
        <dd><code>${urls.endpoint}</code></dd>
        <dt>Secret</dt>
        <dd>the one it was started with; it is shown nowhere</dd>
        <dt>Behaves like</dt>
        <dd>${profile.name}</dd>
      </dl>
      <p><a href="${urls.endpoint}api">See how it answers</a></p>
      <h2>Meetings now</h2>
      ${
        meetings.length === 0
          ? html`<p>No meeting is open. Open one from your site, then reload this page.</p>`
          : html`<ol>
              ${meetings.map((meeting) => meetingItem(meeting, now))}
            </ol>`
      }`,
  );
}

/** Builds the page at the root for people on other machines, who need not know what happens. */
export function publicHomePage() {
  return plainPage(title, text);
}

function meetingItem(meeting: Meeting, now: number) {
  const { settings, createTime, recording, lobby } = meeting;
  const minutes = Math.floor((now - createTime) / 60_000);
  const waiting = lobby.waiting().length;
  const facts = [
    counted(meeting.attendees(now).length, 'person', 'people'),
    ...(waiting > 0 ? [`${waiting} waiting to come in`] : []),
    ...(recording.isOn ? ['being recorded'] : []),
    minutes === 0 ? 'just opened' : `open for ${counted(minutes, 'minute', 'minutes')}`,
  ];
  return html`<li><strong>${settings.name}</strong><span>${facts.join(', ')}</span></li>`;
}

function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}
