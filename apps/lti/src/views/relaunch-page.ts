import type { Translate } from '@bluebridge/translations';
import { html } from 'hono/html';
import type { Assets } from '../http/assets.ts';
import type { Relaunch } from '../launch/take-login.ts';
import { layout } from './layout.ts';
import { relaunchForm } from './relaunch-form.ts';

/**
 * Builds the page for a launch that works when it begins anew: in a window of its own where the
 * frame kept our cookies away, in the same place where it only took too long. A window of its own
 * that keeps no cookies either gets no button, because it would lead back here.
 */
export function relaunchPage(
  t: Translate,
  assets: Assets,
  again: Relaunch,
  framed: boolean,
): string {
  const { title, text, where } = wordsFor(t, again, framed);
  const { issuer, clientId } = again.platform;
  const body = html`
    <main class="page narrow">
      <section class="card">
        <h1>${title}</h1>
        <p>${text}</p>
        ${where ? relaunchForm(t, { ...again.login, issuer, clientId }, where) : ''}
        <p class="hint">${t('If that does not help, open the room again from your course.')}</p>
        <p class="hint">${t('Code for support: {code}', { code: again.code })}</p>
      </section>
    </main>
  `;
  return layout(t, assets, { title, body });
}

function wordsFor(t: Translate, again: Relaunch, framed: boolean) {
  if (again.code === 'state_expired') {
    return {
      title: t('That took too long'),
      text: t('The way from your course to the room may take ten minutes. Please try again.'),
      where: 'here',
    } as const;
  }
  if (framed) {
    return {
      title: t('Your browser wants a window of its own for this room'),
      text: t(
        'It does not let the room remember you inside this page. In a new window it usually works.',
      ),
      where: 'window',
    } as const;
  }
  return {
    title: t('Your browser keeps no cookies for this room'),
    text: t('Please allow cookies for this page in the settings of your browser.'),
    where: undefined,
  };
}
