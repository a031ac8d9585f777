/** The first page of a launch in a frame: finds out how the tool can know this browser again. */
import { element, say } from './parts/page.ts';
import { about, storageOfPage } from './parts/storage-of-page.ts';

enter().catch(showBlocked);

async function enter(): Promise<void> {
  const known = (await keepsCookies()) || (await keptByPlatform());
  if (known) location.replace(about['next'] ?? '');
  else showBlocked();
}

/** The answer that brought this page set a cookie; the question is whether it comes back. */
async function keepsCookies(): Promise<boolean> {
  const response = await fetch('/lti/cookies', { credentials: 'same-origin', cache: 'no-store' });
  return ((await response.json()) as { kept?: boolean }).kept === true;
}

async function keptByPlatform(): Promise<boolean> {
  const { storageKey = '', storageValue = '' } = about;
  return (await storageOfPage()?.put(storageKey, storageValue)) ?? false;
}

function showBlocked(): void {
  const why = element('why');
  element('checking').hidden = true;
  element('blocked').hidden = false;
  say(why, why.dataset['text'] ?? '');
}
