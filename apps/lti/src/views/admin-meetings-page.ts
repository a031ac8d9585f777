import { html } from 'hono/html';
import type { StoredMeeting } from '../storage/stored-meeting.ts';
import { adminLayout, type AdminMeans } from './admin-layout.ts';
import type { Markup } from './layout.ts';
import { moment } from './moment.ts';

/** A meeting with what its room is called; both are empty for a meeting of another system. */
export interface ShownMeeting extends StoredMeeting {
  readonly room: string;
  readonly course: string;
}

/** Builds the page that lists the meetings of now, of all institutions. */
export function adminMeetingsPage(means: AdminMeans, meetings: readonly ShownMeeting[]): string {
  const { t } = means;
  const body =
    meetings.length === 0
      ? html`<p class="card hint">${t('No meeting is open right now.')}</p>`
      : html`<ul class="card list">
          ${meetings.map((meeting) => listed(means, meeting))}
        </ul>`;
  return adminLayout(means, { title: t('Meetings now'), section: '/admin/meetings', body });
}

function listed({ t }: AdminMeans, meeting: ShownMeeting): Markup {
  const { room, course, people, seats, state, openedAt, plannedEndAt } = meeting;
  return html`<li class="decide">
    <span class="about">
      <strong>${room || t('A meeting of another system')}</strong>
      ${course === '' ? '' : html`<span class="details">${course}</span>`}
      <span class="details">
        ${state === 'planned' ? t('is being opened') : html`${t('open since')} ${moment(t, openedAt)}`}
        ${plannedEndAt === undefined ? '' : html`· ${t('until')} ${moment(t, plannedEndAt)}`}
      </span>
    </span>
    <span class="badge">
      ${people === undefined ? '' : t.plural('{count} person', '{count} people', people)}
      ${seats === 0 ? '' : html`· ${t.plural('{count} seat', '{count} seats', seats)}`}
    </span>
  </li>`;
}
