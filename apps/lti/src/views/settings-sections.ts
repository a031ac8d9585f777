import type { Translate } from '@bluebridge/translations';
import { html } from 'hono/html';
import type { Markup } from './layout.ts';

/** Builds the part about ready-made settings; it stays hidden where there are none. */
export function presetsSection(t: Translate): Markup {
  return html`<section id="presets" class="card" data-used="${t('in use')}" hidden>
    <h2>${t('Ready-made settings')}</h2>
    <p class="hint">${t('Your administrator has prepared settings for rooms.')}</p>
    <div class="beside">
      <label class="unseen" for="preset">${t('Ready-made settings')}</label>
      <select id="preset"></select>
      <button type="button" class="quiet" id="preset-use">${t('Use these')}</button>
    </div>
  </section>`;
}

/** Builds the part about files that are shown in the meeting. The limits come first. */
export function documentsSection(t: Translate): Markup {
  return html`<section
    id="documents"
    class="card"
    aria-labelledby="documents-title"
    data-limits="${t('Up to {count} files, each no larger than {size}: {kinds}.')}"
    data-first="${t('shown first')}"
    data-up="${t('Move up')}"
    data-up-of="${t('Move up: {name}')}"
    data-remove="${t('Remove')}"
    data-remove-of="${t('Remove {name}')}"
    data-uploading="${t('{name} is being uploaded …')}"
    data-fetching="${t('The file is being fetched …')}"
    data-added="${t('{name} was added.')}"
    data-removed="${t('{name} was removed.')}"
    data-moved="${t('{name} is now number {place}.')}"
    data-too-large="${t('{name} is larger than {size}.')}"
    data-kind-wrong="${t('{name} is no file that meetings can show.')}"
    data-name-wrong="${t('{name} has a name that cannot be used.')}"
    data-empty="${t('{name} is empty.')}"
  >
    <h2 id="documents-title">${t('Files for the meeting')}</h2>
    <p class="hint" id="documents-limits"></p>
    <p class="hint" id="documents-none" hidden>${t('There are no files yet.')}</p>
    <ol class="list" id="documents-list" hidden></ol>
    <div id="documents-add">
      <div class="actions">
        <label class="button quiet" for="documents-file" id="documents-pick">
          ${t('Choose files …')}
        </label>
        <input type="file" id="documents-file" class="unseen" multiple />
      </div>
      <form id="documents-form" class="field" novalidate>
        <label for="documents-url">${t('Or the address of a file on the web')}</label>
        <div class="beside">
          <input type="url" id="documents-url" inputmode="url" placeholder="https://" />
          <button type="submit" class="quiet">${t('Fetch')}</button>
        </div>
        <p class="hint">
          ${t('A copy is kept here. Later changes of that file do not show in your meeting.')}
        </p>
      </form>
    </div>
    <p role="status" class="hint" id="documents-status"></p>
    <p role="alert" class="notice" id="documents-notice"></p>
  </section>`;
}

/** Builds the part about weekly opening hours; a script adds the lines. */
export function hoursSection(t: Translate): Markup {
  const line = t('Line {number}');
  return html`<details
    id="hours"
    class="card"
    data-line="${line}"
    data-from="${t('from')}"
    data-to="${t('to')}"
    data-remove="${t('Remove line {number}')}"
  >
    <summary><h2>${t('Opening hours')}</h2></summary>
    <p class="hint">
      ${t(
        'Participants come in during these hours only; moderators at any time. Without lines the room is always open.',
      )}
    </p>
    <div id="hours-lines"></div>
    <div class="actions">
      <button type="button" class="quiet" id="hours-add">${t('Add a line')}</button>
    </div>
    <div class="field" id="hours-zone-field" hidden>
      <label for="hours-zone">${t('Time zone')}</label>
      <select id="hours-zone" aria-describedby="hours-zone-error"></select>
      <p class="error" id="hours-zone-error"></p>
    </div>
  </details>`;
}
