import { documentExtensions } from '@bluebridge/browser/upload-checks';
import type { Translate } from '@bluebridge/translations';
import { html } from 'hono/html';
import type { Markup } from './layout.ts';

/** Builds what those who lead a meeting can do from the page while it is open. */
export function livePanelSection(t: Translate): Markup {
  return html`<section id="live-panel" class="panel" hidden>
    <h2>${t('During the meeting')}</h2>
    <form id="message-form" class="card" hidden>
      <details>
        <summary id="message-title">${t('Message to everybody in the room')}</summary>
        <textarea
          id="message-text"
          rows="2"
          maxlength="500"
          required
          aria-labelledby="message-title"
          aria-describedby="message-hint"
        ></textarea>
        <p class="hint" id="message-hint">${t('It appears in the chat under your name.')}</p>
        <div class="actions">
          <button type="submit" class="quiet">${t('Send message')}</button>
        </div>
        <p class="hint" id="message-news" role="status"></p>
      </details>
    </form>
    <form id="document-form" class="card" hidden>
      <details>
        <summary>${t('Show a document')}</summary>
        <p class="field" id="document-kept" hidden>
          <label for="document-choice">${t('Documents of this room')}</label>
          <select id="document-choice"></select>
        </p>
        <p class="field" id="document-new" hidden>
          <label for="document-file">${t('Add a new file')}</label>
          <input
            type="file"
            id="document-file"
            accept="${documentExtensions.map((extension) => `.${extension}`).join(',')}"
            aria-describedby="document-hint"
          />
          <span class="hint" id="document-hint"
            >${t('A new file is also kept for the next meetings of this room.')}</span
          >
        </p>
        <p class="hint" id="document-none">
          ${t('This room has no documents. Whoever may change the room can add some.')}
        </p>
        <div class="actions" id="document-send" hidden>
          <button type="submit" class="quiet">${t('Add to the meeting')}</button>
        </div>
        <p class="hint" id="document-news" role="status"></p>
      </details>
    </form>
  </section>`;
}

/** Gives the texts that the script of the panel says. */
export function livePanelWords(t: Translate): Markup {
  return html`data-words-message-sent="${t('Your message was sent.')}"
  data-words-document-sent="${t('The document was sent. It appears in the meeting in a moment.')}"
  data-words-document-none="${t('Please choose a document first.')}"
  data-words-sending="${t('Sending …')}" data-words-since="${t('in since')}"`;
}
