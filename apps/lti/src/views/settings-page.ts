import type { Translate } from '@bluebridge/translations';
import { html } from 'hono/html';
import type { Assets } from '../http/assets.ts';
import { layout, type Markup } from './layout.ts';
import { documentsSection, hoursSection, presetsSection } from './settings-sections.ts';

/** Builds the page on which teachers set up a room. Its script fills the form. */
export function settingsPage(t: Translate, assets: Assets, roomId: string): string {
  const body = html`
    <main
      class="page settings"
      data-room="${roomId}"
      data-words-trouble="${t('No connection. Please try again in a moment.')}"
      data-words-over="${t(
        'This page was open for too long. Please open the room again from your course.',
      )}"
      data-words-locked="${t('Set by your administrator')}"
      data-words-on="${t('Yes')}"
      data-words-off="${t('No')}"
      data-words-nothing="${t('Nothing set')}"
      data-words-usual="${t('As the meeting server usually does')}"
      data-words-saved="${t('Saved.')}"
      data-words-saving="${t('Saving …')}"
      data-words-unsaved="${t('Not saved yet')}"
    >
      <header>
        <p><a id="back" href="/room/${roomId}?lang=${t.language}">${t('Back to the room')}</a></p>
        <p class="course" id="course" hidden></p>
        <h1>${t('Settings of the room')}</h1>
        <p class="hint" id="title" hidden></p>
      </header>
      <p role="status" id="loading">${t('Looking for the settings …')}</p>
      <p class="notice" id="notice" role="alert"></p>
      <noscript>${t('Please switch on JavaScript to use this room.')}</noscript>
      <div id="all" hidden>
        <p class="card" id="meeting-open" hidden>
          ${t('A meeting goes on in this room. What you change here holds from the next one on.')}
        </p>
        ${presetsSection(t)} ${documentsSection(t)}
        <form id="form" novalidate>
          <div id="sections"></div>
          ${hoursSection(t)}
          <div class="save-bar">
            <button type="submit" class="primary" id="save">${t('Save')}</button>
            <p role="status" id="saved"></p>
          </div>
        </form>
      </div>
      ${changedDialog(t)} ${presetDialog(t)} ${removeDialog(t)}
    </main>
  `;
  return layout(t, assets, {
    title: t('Settings of the room'),
    body,
    script: 'settings.js',
    style: 'settings.css',
  });
}

/** Asks what to do where somebody else has saved first. */
function changedDialog(t: Translate): Markup {
  return html`<dialog
    id="changed-dialog"
    aria-labelledby="changed-title"
    aria-describedby="changed-text"
  >
    <h2 id="changed-title">${t('Somebody else has changed this room')}</h2>
    <p id="changed-text">
      ${t('Nothing of yours is lost: it is still on this page. Whose settings should count?')}
    </p>
    <div class="actions">
      <button type="button" class="quiet" id="changed-keep">${t('Save mine instead')}</button>
      <button type="button" class="quiet" id="changed-load">${t('Take theirs')}</button>
      <button type="button" class="quiet" id="changed-cancel">${t('Cancel')}</button>
    </div>
  </dialog>`;
}

function presetDialog(t: Translate): Markup {
  return html`<dialog
    id="preset-dialog"
    aria-labelledby="preset-title"
    aria-describedby="preset-text"
  >
    <h2 id="preset-title">${t('Set up the room like this?')}</h2>
    <p id="preset-text">
      ${t('This replaces all settings but the name and the times, also those not saved yet.')}
    </p>
    <div class="actions">
      <button type="button" class="primary" id="preset-confirm">${t('Replace settings')}</button>
      <button type="button" class="quiet" id="preset-cancel">${t('Cancel')}</button>
    </div>
  </dialog>`;
}

function removeDialog(t: Translate): Markup {
  return html`<dialog
    id="remove-dialog"
    aria-labelledby="remove-title"
    aria-describedby="remove-text"
  >
    <h2 id="remove-title">${t('Remove this file?')}</h2>
    <p id="remove-text"></p>
    <div class="actions">
      <button type="button" class="primary danger" id="remove-confirm">${t('Remove')}</button>
      <button type="button" class="quiet" id="remove-cancel">${t('Cancel')}</button>
    </div>
  </dialog>`;
}
