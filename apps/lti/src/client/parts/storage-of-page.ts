import { type PlatformStorage, platformStorage } from './platform-storage.ts';

/** What the page says about the platform's storage. */
export const about = document.querySelector('main')?.dataset ?? {};

/** Finds the storage of the platform around this page; undefined where there is none. */
export function storageOfPage(): PlatformStorage | undefined {
  const { storageTarget = '', platformOrigin = '' } = about;
  const frame = storageTarget === '' ? undefined : frameNamed(storageTarget);
  return frame && platformStorage(frame, platformOrigin, browser);
}

function frameNamed(name: string): Window | undefined {
  const platform = (window.opener as Window | null) ?? window.parent;
  if (name === '_parent') return platform;
  try {
    const frames = platform.frames as unknown as Record<string, Window | undefined>;
    return frames[name];
  } catch {
    // Browsers refuse to look for names that no frame has.
    return undefined;
  }
}

const browser = {
  listen(onMessage: (message: MessageEvent<unknown>) => void) {
    window.addEventListener('message', onMessage);
    return () => window.removeEventListener('message', onMessage);
  },
  later(run: () => void, ms: number) {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
  newId: () => crypto.randomUUID(),
};
