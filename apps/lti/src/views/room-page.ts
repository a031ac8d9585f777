import type { Translate } from '@bluebridge/translations';
import { html } from 'hono/html';
import type { Assets } from '../http/assets.ts';
import { layout, type Markup } from './layout.ts';

/** Builds the page of a room. Its script fills in what the visitor may know and do. */
export function roomPage(t: Translate, assets: Assets, roomId: string): Markup {
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
      data-words-watch="${t('Watch')}"
      data-words-new-tab="${t('opens in a new tab')}"
    >
      <header>
        <p class="course" id="course" hidden></p>
        <h1 id="title">${t('Meeting room')}</h1>
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
        <p class="notice" id="notice" role="alert"></p>
        <noscript>${t('Please switch on JavaScript to use this room.')}</noscript>
      </section>
      <section id="people" hidden>
        <h2>${t('In the room')}</h2>
        <ul class="card list" id="people-list"></ul>
      </section>
      <section id="recordings" hidden>
        <h2>${t('Recordings')}</h2>
        <p class="hint" id="recordings-note" aria-live="polite"></p>
        <p class="card hint" id="no-recordings" hidden>
          ${t('There are no recordings of this room yet.')}
        </p>
        <ul class="card list" id="recordings-list" hidden></ul>
      </section>
      ${endDialog(t)} ${joinForm()}
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
