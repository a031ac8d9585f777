import type { Timers, Visibility } from './waiting-loop.ts';

/** The window's timers. */
export const windowTimers: Timers = {
  after(ms, task) {
    const id = setTimeout(task, ms);
    return () => clearTimeout(id);
  },
};

/** The document's visibility. */
export const documentVisibility: Visibility = {
  isHidden: () => document.hidden,
  onChange(listener) {
    document.addEventListener('visibilitychange', listener);
    return () => document.removeEventListener('visibilitychange', listener);
  },
};
