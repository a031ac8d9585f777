import { html } from 'hono/html';
import type { Finding } from '../doctor/finding.ts';
import type { Platform } from '../storage/platforms.ts';
import { adminLayout, type AdminMeans } from './admin-layout.ts';
import { findingList } from './finding-list.ts';

/** Builds the page that says what was found about one platform. */
export function adminDiagnosisPage(
  means: AdminMeans,
  { id, name }: Platform,
  findings: readonly Finding[],
): string {
  const { t } = means;
  const title = t('How is {platform}?', { platform: name });
  const body = html`
    <section>${findingList(t, findings)}</section>
    <p><a href="/admin/platforms/${id}">${t('Back to {platform}', { platform: name })}</a></p>
  `;
  return adminLayout(means, { title, section: '/admin/platforms', body });
}
