import type { Translate } from '@bluebridge/translations';
import { html } from 'hono/html';
import type { Assets } from '../http/assets.ts';
import type { SeatRefusal } from '../seats/refusal.ts';
import { layout, type Markup } from './layout.ts';

interface Refused extends SeatRefusal {
  /** Name of the room. */
  readonly title: string;
  /** Lets in whoever agrees; empty where there is nothing to agree to. */
  readonly ticket: string;
}

/** Builds the page for somebody whose room lacks seats: who has them, and what can be done. */
export function seatsRefusedPage(
  t: Translate,
  assets: Assets,
  { title, text, holders, confirms, ticket }: Refused,
): string {
  const body = html`
    <main class="page narrow">
      <section class="card">
        <h1>${title}</h1>
        <p>${text}</p>
        ${
          holders.length > 0
            ? html`<ul class="holders">
                ${holders.map((holder) => html`<li>${holder}</li>`)}
              </ul>`
            : ''
        }
        ${ticket === '' ? '' : confirmForm(t, ticket, confirms)}
        <p class="hint">${t('You can close this tab and go on in your course.')}</p>
      </section>
    </main>
  `;
  return layout(t, assets, { title, body });
}

function confirmForm(t: Translate, ticket: string, confirms: readonly string[]): Markup {
  return html`<form method="post" action="/join" class="actions">
    <input type="hidden" name="ticket" value="${ticket}" />
    <input type="hidden" name="confirms" value="${confirms.join(',')}" />
    <button type="submit" class="primary danger">${t('End them and open the room')}</button>
  </form>`;
}
