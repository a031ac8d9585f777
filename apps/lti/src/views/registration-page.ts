import type { Translate } from '@bluebridge/translations';
import { html } from 'hono/html';
import type { Assets } from '../http/assets.ts';
import { hiddenFields } from './hidden-fields.ts';
import { layout } from './layout.ts';

/** A platform that asks to be connected. */
export interface Applicant {
  readonly platform: string;
  readonly issuer: string;
  readonly choosesRooms: boolean;
  /** Whether it has a service that names the members of groups. */
  readonly showsGroups: boolean;
  /** What comes back when the administrator agrees. */
  readonly fields: Readonly<Record<string, string>>;
}

/** Builds the page on which an administrator agrees to connect a platform, or does not. */
export function registrationPage(t: Translate, assets: Assets, applicant: Applicant): string {
  const { platform, issuer, choosesRooms, showsGroups, fields } = applicant;
  const title = t('Connect {platform}?', { platform });
  const body = html`
    <main class="page narrow">
      <section class="card">
        <h1>${title}</h1>
        <p>${t('This learning platform asks to use the meeting rooms of this tool.')}</p>
        <p>${t('Its address')}: <strong>${issuer}</strong></p>
        <h2>${t('What it will be able to do')}</h2>
        <ul>
          <li>${t('Open a meeting room from a link in a course.')}</li>
          ${
            choosesRooms
              ? html`<li>${t('Let teachers choose a room when they add a link.')}</li>`
              : ''
          }
        </ul>
        <h2>${t('What this tool will learn')}</h2>
        <ul>
          <li>${t('The names of people who open a room, and their roles in the course.')}</li>
          <li>${t('Which courses are copies of others, so that their rooms come along.')}</li>
          <li>${t('In which groups of the course they are.')}</li>
          ${
            showsGroups ? html`<li>${t('Which groups a course has, and who is in them.')}</li>` : ''
          }
          <li>${t('No e-mail addresses and no grades.')}</li>
        </ul>
        <form method="post" action="/lti/register?lang=${t.language}">
          ${hiddenFields(fields)}
          <div class="actions"><button class="primary">${t('Connect')}</button></div>
        </form>
        <p class="hint">${t('If you did not expect this question, just close this page.')}</p>
      </section>
    </main>
  `;
  return layout(t, assets, { title, body });
}
