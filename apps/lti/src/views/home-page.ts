import type { Translate } from '@bluebridge/translations';
import { html } from 'hono/html';
import type { Assets } from '../http/assets.ts';
import { layout } from './layout.ts';

/** Builds the page of somebody who opens the tool itself instead of a room in a course. */
export function homePage(t: Translate, assets: Assets): string {
  const body = html`
    <main class="page narrow">
      <section class="card">
        <h1>${t('Meeting rooms for your courses')}</h1>
        <p>${t('There is nothing to open here. You find your rooms in your course.')}</p>
      </section>
    </main>
  `;
  return layout(t, assets, { title: t('Meeting rooms for your courses'), body });
}
