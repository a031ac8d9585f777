import { message, type Translate } from '@bluebridge/translations';
import { html } from 'hono/html';
import type { CopyChoice } from '../storage/room-copies.ts';
import type { Markup } from './layout.ts';

const choices = [
  [
    'clone',
    message('A room like the one there'),
    message('With the same settings and slides. Recordings stay where they are.'),
  ],
  [
    'share',
    message('The same room as there'),
    message(
      'People of both courses meet in it and see its recordings. Its settings are changed in the other course.',
    ),
  ],
  ['empty', message('A new room'), message('With the usual settings and without slides.')],
] as const satisfies readonly (readonly [CopyChoice, string, string])[];

/** Builds the part of a room's page where teachers of a copied course choose what its links open. */
export function copySection(t: Translate): Markup {
  return html`<section
    id="copy"
    class="card choosing"
    aria-label="${t('A copied room')}"
    data-saved="${t('Saved.')}"
    hidden
  >
    <details>
      <summary id="copy-text"></summary>
      <form id="copy-form">
        <fieldset>
          <legend>${t('What should the links of this course open?')}</legend>
          ${choices.map(
            ([choice, label, details]) =>
              html`<label class="check">
                <input type="radio" name="choice" value="${choice}" />
                <span>${t(label)} <span class="details">${t(details)}</span></span>
              </label>`,
          )}
        </fieldset>
        <p class="hint" id="copy-unsure" hidden>
          ${t(
            'Your learning platform did not tell us by itself that this course is a copy. So slides do not come along, and the room there cannot be shared.',
          )}
        </p>
        <p class="hint">
          ${t('You can change this until the first meeting in the room of this course.')}
        </p>
        <div class="actions"><button type="submit" class="quiet">${t('Save')}</button></div>
      </form>
    </details>
    <p class="hint" id="copy-saved" role="status"></p>
    <p class="notice" id="copy-notice" role="alert"></p>
  </section>`;
}
