/** The page after a registration: tells the page of the platform around it to go on. */
import { element } from './parts/page.ts';

const platform: Window | null = window.opener ?? (window.parent === window ? null : window.parent);
const origin = document.querySelector('main')?.dataset['closeOrigin'] ?? '';

if (platform) {
  element('actions').hidden = false;
  element('close').addEventListener('click', () => {
    platform.postMessage({ subject: 'org.imsglobal.lti.close' }, origin);
  });
}
