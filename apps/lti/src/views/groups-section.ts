import type { Translate } from '@bluebridge/translations';
import { html } from 'hono/html';
import type { Markup } from './layout.ts';

/** Builds the part of a room's page about the groups of the course. */
export function groupsSection(t: Translate): Markup {
  return html`<section
    id="groups"
    hidden
    data-mine="${t('Your group')}"
    data-enter="${t('Go to the room')}"
    data-enter-of="${t('Go to the room of {name}')}"
    data-rename="${t('Rename')}"
    data-rename-of="${t('Rename {name}')}"
    data-new-name="${t('New name of the group')}"
    data-save="${t('Save')}"
  >
    <h2>${t('Groups')}</h2>
    <div class="card">
      <div class="actions" id="groups-back" hidden>
        <button type="button" class="quiet">${t('Back to the room of the course')}</button>
      </div>
      <ul class="list" id="groups-list" hidden></ul>
      <details id="groups-manage" hidden>
        <summary id="groups-use-title">${t('How this room uses the groups of the course')}</summary>
        <select id="groups-use" aria-labelledby="groups-use-title">
          <option value="none">${t('Not at all')}</option>
          <option value="breakout">${t('As breakout rooms of the meeting')}</option>
          <option value="separate">${t('A room for each group')}</option>
          <option value="visible">${t('A room for each group, open to the others')}</option>
        </select>
        <p class="hint" id="groups-none" hidden>
          ${t('No groups are known yet. They appear when their members open this room.')}
        </p>
        <div class="actions" id="groups-refresh" hidden>
          <button type="button" class="quiet">${t('Update the groups')}</button>
        </div>
      </details>
      <p class="notice" id="groups-notice" role="alert"></p>
    </div>
  </section>`;
}
