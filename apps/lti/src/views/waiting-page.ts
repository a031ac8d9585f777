import type { Translate } from '@bluebridge/translations';
import { html } from 'hono/html';
import type { Assets } from '../http/assets.ts';
import { layout } from './layout.ts';
import { joinForm } from './room-page.ts';

/** Builds the page of a tab that waits for a room and goes in by itself. */
export function waitingPage(t: Translate, assets: Assets, roomId: string): string {
  const body = html`
    <main
      class="page narrow"
      data-room="${roomId}"
      data-words-trouble="${t('No connection. Trying again …')}"
      data-words-over="${t(
        'This page was open for too long. Please open the room again from your course.',
      )}"
      data-words-entering="${t('The room is open. You are being taken in …')}"
    >
      <section class="card waiting">
        <p class="course" id="course" hidden></p>
        <h1 id="title">${t('Meeting room')}</h1>
        <span class="dots" id="dots" aria-hidden="true"><i></i><i></i><i></i></span>
        <p id="status" role="status">${t('Looking for the room …')}</p>
        <p class="notice" id="notice" role="alert"></p>
        <div class="actions" id="actions" hidden>
          <button type="button" class="primary" id="enter"></button>
        </div>
        <p class="hint">${t('Please keep this tab open.')}</p>
        <noscript>${t('Please switch on JavaScript to use this room.')}</noscript>
      </section>
      ${joinForm()}
    </main>
  `;
  return layout(t, assets, { title: t('Waiting for the room'), body, script: 'waiting.js' });
}
