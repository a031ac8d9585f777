import type { Translate } from '@bluebridge/translations';
import { html } from 'hono/html';
import type { Markup } from './layout.ts';

/** Builds the part of a room's page with its recordings; a script fills it in. */
export function recordingsSection(t: Translate): Markup {
  return html`<section
    id="recordings"
    aria-labelledby="recordings-title"
    data-words-actions="${t('Change')}"
    data-words-actions-of="${t('Change: {name}')}"
    data-words-new-tab="${t('opens in a new tab')}"
    data-words-more="${t('Other ways to watch')}"
    data-words-publish="${t('Publish')}"
    data-words-unpublish="${t('Unpublish')}"
    data-words-protect="${t('Protect')}"
    data-words-unprotect="${t('Stop protecting')}"
    data-words-rename="${t('Rename')}"
    data-words-teachers="${t('Only for teachers')}"
    data-words-everyone="${t('For everybody')}"
    data-words-captions="${t('Captions')}"
    data-words-delete="${t('Delete')}"
    data-words-blocked="${t('Your browser did not allow a new tab. Please press the button again.')}"
    data-words-opening="${t('Opening the recording …')}"
    data-words-none="${t('There are no recordings of this room yet.')}"
    data-words-none-found="${t('No recording fits. Try fewer letters or other days.')}"
    data-words-looking="${t('Looking for recordings …')}"
    data-words-one="${t('This recording is not here (any more)')}"
    data-words-working="${t('One moment …')}"
    data-words-no-captions="${t('There are no captions yet.')}"
    data-words-too-large="${t('This file is too large.')}"
    hidden
  >
    <h2 id="recordings-title" tabindex="-1">${t('Recordings')}</h2>
    <p class="hint" id="recordings-note" role="status"></p>
    ${searchForm(t)}
    <p class="card hint" id="no-recordings" hidden></p>
    <ul class="card list" id="recordings-list" hidden></ul>
    <button type="button" class="quiet" id="recordings-more" hidden>${t('Show more')}</button>
    ${renameDialog(t)} ${deleteDialog(t)} ${captionsDialog(t)}
    <form id="watch" method="post" action="/recordings/watch" hidden>
      <input type="hidden" name="ticket" />
    </form>
  </section>`;
}

function searchForm(t: Translate): Markup {
  return html`<form id="recordings-search" class="search" role="search" hidden>
    <label
      >${t('Search by name')}<input type="search" name="text" maxlength="200" autocomplete="off"
    /></label>
    <label>${t('From')}<input type="date" name="from" /></label>
    <label>${t('Until')}<input type="date" name="to" /></label>
    <label
      >${t('Order')}<select name="sort">
        <option value="newest">${t('Newest first')}</option>
        <option value="oldest">${t('Oldest first')}</option>
        <option value="name">${t('By name')}</option>
      </select></label
    >
  </form>`;
}

function renameDialog(t: Translate): Markup {
  return html`<dialog id="rename-dialog" aria-labelledby="rename-title">
    <form method="dialog">
      <h3 id="rename-title">${t('Rename the recording')}</h3>
      <label
        >${t('Name')}<input type="text" name="name" required maxlength="200" autocomplete="off"
      /></label>
      <div class="actions">
        <button type="submit" class="primary" value="go">${t('Rename')}</button>
        <button type="submit" class="quiet" value="" formnovalidate>${t('Cancel')}</button>
      </div>
    </form>
  </dialog>`;
}

function deleteDialog(t: Translate): Markup {
  return html`<dialog
    id="delete-dialog"
    aria-labelledby="delete-title"
    aria-describedby="delete-text"
  >
    <form method="dialog">
      <h3 id="delete-title">${t('Delete this recording?')}</h3>
      <p><strong id="delete-name"></strong></p>
      <p id="delete-text">
        ${t('It is deleted on the meeting server, for everybody and for good.')}
      </p>
      <div class="actions">
        <button type="submit" class="primary danger" value="go">${t('Delete for good')}</button>
        <button type="submit" class="quiet" value="" id="delete-cancel">${t('Cancel')}</button>
      </div>
    </form>
  </dialog>`;
}

function captionsDialog(t: Translate): Markup {
  return html`<dialog id="captions-dialog" aria-labelledby="captions-title">
    <form method="dialog">
      <h3 id="captions-title">${t('Captions')}</h3>
      <p id="captions-of"></p>
      <p class="hint" id="captions-note" role="status"></p>
      <ul id="captions-list"></ul>
      <label>${t('Language')}<select name="language"></select></label>
      <label
        >${t('File with captions (.vtt or .srt, up to 1 MB)')}<input
          type="file"
          name="file"
          accept=".vtt,.srt,text/vtt,application/x-subrip"
      /></label>
      <p class="hint">${t('Captions in the same language are replaced.')}</p>
      <div class="actions">
        <button type="button" class="primary" id="captions-send">${t('Upload')}</button>
        <button type="submit" class="quiet" value="">${t('Close')}</button>
      </div>
    </form>
  </dialog>`;
}
