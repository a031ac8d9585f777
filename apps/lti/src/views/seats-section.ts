import type { Translate } from '@bluebridge/translations';
import { html } from 'hono/html';
import type { Markup } from './layout.ts';

/** Builds the place for what opening the room takes, and for when its meeting ends. */
export function seatsSection(t: Translate): Markup {
  return html`<div id="seats" class="seats" hidden>
    <p class="hint" id="seats-text"></p>
    <div id="seats-holders-box" hidden>
      <p class="hint" id="seats-holders-title">${t('Who has seats now:')}</p>
      <ul class="hint" id="seats-holders" aria-labelledby="seats-holders-title"></ul>
    </div>
    <p class="hint" id="seats-end"></p>
    <button type="button" class="quiet" id="extend" hidden></button>
    <p class="hint" id="seats-news" role="status"></p>
    <p class="aloud" id="seats-aloud" role="status"></p>
  </div>`;
}
