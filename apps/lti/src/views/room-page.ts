import type { Translate } from '@bluebridge/translations';
import { html } from 'hono/html';
import type { Assets } from '../http/assets.ts';
import { copySection } from './copy-section.ts';
import { groupsSection } from './groups-section.ts';
import { layout, type Markup } from './layout.ts';
import { livePanelSection, livePanelWords } from './live-panel-section.ts';
import { seatsSection } from './seats-section.ts';
import { recordingsSection } from './recordings-section.ts';

/**
 * Gives the page of a room. Its script fills in what the visitor may know and do, so that the page
 * is the same for all in one language, but for the room's id.
 */
export function roomPages(
  assets: Assets,
): (t: Translate, roomId: string) => Uint8Array<ArrayBuffer> {
  const pages = new Map<string, readonly Buffer[]>();
  return (t, roomId) => {
    let parts = pages.get(t.language);
    if (parts === undefined) {
      parts = roomPage(t, assets, idToFill)
        .split(idToFill)
        .map((part) => Buffer.from(part));
      pages.set(t.language, parts);
    }
    const id = Buffer.from(roomId);
    return Buffer.concat(parts.flatMap((part, place) => (place === 0 ? [part] : [id, part])));
  };
}

/** Neither a word of the page nor changed where text is escaped. */
const idToFill = 'id-of-the-room';

function roomPage(t: Translate, assets: Assets, roomId: string): string {
  const body = html`
    <main
      class="page"
      data-room="${roomId}"
      data-words-trouble="${t('No connection. Trying again …')}"
      data-words-over="${t(
        'This page was open for too long. Please open the room again from your course.',
      )}"
      data-words-opening="${t('Opening the room …')}"
      data-words-blocked="${t(
        'Your browser did not allow a new tab. Please press the button again.',
      )}"
      ${livePanelWords(t)}
    >
      <header>
        <p class="course" id="course" hidden></p>
        <h1 id="title">${t('Meeting room')}</h1>
        <p>
          <a id="settings" href="/room/${roomId}/settings?lang=${t.language}" hidden
            >${t('Settings of the room')}</a
          >
        </p>
      </header>
      <section class="card" aria-label="${t('The room now')}">
        <p class="state" role="status"><span id="state">${t('Looking for the room …')}</span></p>
        <p class="hint" id="hint" aria-live="polite"></p>
        <div class="actions" id="actions" hidden>
          <button type="button" class="primary" id="enter" hidden></button>
          <button type="button" class="quiet danger" id="end" hidden>
            ${t('End for everyone')}
          </button>
        </div>
        ${seatsSection(t)}
        <p class="notice" id="notice" role="alert"></p>
        <noscript>${t('Please switch on JavaScript to use this room.')}</noscript>
      </section>
      ${copySection(t)}
      <section id="people" hidden>
        <h2>${t('In the room')}</h2>
        <ul class="card list" id="people-list"></ul>
      </section>
      ${livePanelSection(t)} ${groupsSection(t)} ${recordingsSection(t)} ${endDialog(t)}
      ${joinForm()}
    </main>
  `;
  return layout(t, assets, { title: t('Meeting room'), body, script: 'room.js' });
}

function endDialog(t: Translate): Markup {
  return html`<dialog id="end-dialog" aria-labelledby="end-title" aria-describedby="end-text">
    <h2 id="end-title">${t('End the meeting for everyone?')}</h2>
    <p id="end-text">${t('Everybody leaves the room. You can open it again at any time.')}</p>
    <div class="actions">
      <button type="button" class="primary danger" id="end-confirm">
        ${t('End for everyone')}
      </button>
      <button type="button" class="quiet" id="end-cancel">${t('Cancel')}</button>
    </div>
  </dialog>`;
}

/** Builds the form that carries a ticket to the door of the room; a script fills and posts it. */
export function joinForm(): Markup {
  return html`<form id="join" method="post" action="/join" hidden>
    <input type="hidden" name="ticket" />
  </form>`;
}
