import type { Translate } from '@bluebridge/translations';
import { html } from 'hono/html';
import { longestTitle } from '../deep-linking/choice-wish.ts';
import type { Assets } from '../http/assets.ts';
import type { Chooser } from '../storage/choosers.ts';
import { hiddenFields } from './hidden-fields.ts';
import { layout, type Markup } from './layout.ts';
import { toolErrorWords } from './tool-error-words.ts';

/**
 * Builds the page on which a teacher chooses what links of a course open. Its script fills in what
 * there is to choose from, and makes its rows from the templates at the end.
 */
export function choosePage(
  t: Translate,
  assets: Assets,
  { id, platformId }: Pick<Chooser, 'id' | 'platformId'>,
): string {
  const answerAt = `/choose/${id}?lang=${t.language}&platform=${platformId}`;
  const title = t('What would you like to add to your course?');
  const over = `${t(toolErrorWords.chooser_unknown.what)}. ${t(toolErrorWords.chooser_unknown.now)}`;
  const body = html`
    <main
      class="page choosing"
      data-chooser="${id}"
      data-words-trouble="${t('No connection. Trying again …')}"
      data-words-over="${over}"
      data-words-nothing="${t('Please choose something first.')}"
      data-words-time="${t('Please give both date and time, or neither.')}"
      data-words-dates="${t('The end must be later than the beginning.')}"
      data-words-points="${t('Please enter a number of points above 0.')}"
      data-words-sending="${t('One moment …')}"
      data-words-gallery="${t('All recordings of this room')}"
    >
      <header>
        <p class="course" id="course" hidden></p>
        <h1>${title}</h1>
      </header>
      <p class="hint" id="status" role="status">${t('Looking for rooms …')}</p>
      <noscript><p class="card">${t('Please switch on JavaScript to use this room.')}</p></noscript>
      <form id="choose" novalidate hidden>
        <p class="card" id="takes-nothing" hidden>
          ${t('This place in your course takes no links to rooms.')}
        </p>
        <div id="offers">
          <fieldset id="rooms">
            <legend>${t('Rooms of this course')}</legend>
            <p class="card hint" id="no-rooms" hidden>
              ${t('This course has no rooms yet. Give the first one a name.')}
            </p>
            <ul class="card list" id="room-list"></ul>
          </fieldset>
          <div class="field">
            <label for="new-name">${t('Name of a new room')}</label>
            <div class="beside">
              <input id="new-name" maxlength="${longestTitle}" autocomplete="off" />
              <button type="button" class="quiet" id="new-add">${t('Add to the list')}</button>
            </div>
          </div>
          <div class="field" id="showing-field" hidden>
            <label for="showing">${t('How it is shown')}</label>
            <select id="showing">
              <option value="">${t('As usual in your course')}</option>
              <option value="iframe">${t('Inside the page')}</option>
              <option value="window">${t('In a new window')}</option>
            </select>
          </div>
        </div>
        <p class="notice" id="notice" role="alert"></p>
        <div class="actions">
          <button class="primary" id="send">${t('Add to the course')}</button>
          <button type="button" class="quiet" id="cancel">${t('Cancel')}</button>
        </div>
      </form>
      <form id="answer" method="post" action="${answerAt}" hidden>
        ${hiddenFields({ token: '', choice: '' })}
      </form>
      ${rowTemplate(t)} ${optionsTemplate(t)}
    </main>
  `;
  return layout(t, assets, { title, body, script: 'choose.js' });
}

/** One thing to choose: a room with its recordings, or one of them. */
function rowTemplate(t: Translate): Markup {
  return html`<template id="row">
    <li class="offer">
      <div class="offer-line">
        <label>
          <input />
          <span class="about"><strong class="name"></strong><span class="details"></span></span>
        </label>
        <span class="badge" data-part="new" hidden>${t('New')}</span>
        <button
          type="button"
          class="quiet small"
          data-part="recordings"
          aria-expanded="false"
          hidden
        >
          ${t('Recordings')}
        </button>
      </div>
      <div data-part="options" hidden></div>
      <div data-part="more" hidden>
        <p class="hint" data-part="more-note" aria-live="polite"></p>
        <ul class="sub-list" aria-label="${t('Recordings')}"></ul>
      </div>
    </li>
  </template>`;
}

/** What can be said about a thing that was chosen. */
function optionsTemplate(t: Translate): Markup {
  const time = (name: string, label: string) =>
    html`<label class="field">
      ${label}<input type="datetime-local" data-field="${name}" />
    </label>`;
  return html`<template id="options">
    <div class="options">
      <label class="field">
        ${t('Name of the link in the course')}
        <input data-field="title" maxlength="${longestTitle}" autocomplete="off" />
      </label>
      <details>
        <summary>${t('More options')}</summary>
        <div class="options">
          <div data-part="points">
            <label class="check">
              <input type="checkbox" data-field="points" />
              <span>
                ${t('Give points for it')}<span class="details">
                  ${t('This makes a column in the gradebook. You enter the points there yourself.')}
                </span>
              </span>
            </label>
            <div class="pair" data-part="with-points" hidden>
              <label class="field" data-wide>
                ${t('Most points')}
                <input type="number" data-field="max" min="1" max="100000" value="100" step="any" />
              </label>
              ${time('submission-from', t('Work is taken from'))}
              ${time('submission-until', t('Work is taken until'))}
            </div>
          </div>
          <div class="pair">
            ${time('available-from', t('Visible from'))}
            ${time('available-until', t('Visible until'))}
          </div>
          <p class="hint">${t('Not every learning platform keeps to these dates.')}</p>
        </div>
      </details>
    </div>
  </template>`;
}
