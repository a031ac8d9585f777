import type { Timers, Visibility } from '../src/waiting-loop.ts';

/** Time that passes only when a test says so. */
export function handMadeTime(): Timers & {
  now(): number;
  pass(ms: number): Promise<void>;
  pending(): number;
} {
  let now = 0;
  const tasks = new Map<symbol, { at: number; task: () => void }>();
  return {
    now: () => now,
    after(ms, task) {
      const id = Symbol('task');
      tasks.set(id, { at: now + ms, task });
      return () => void tasks.delete(id);
    },
    async pass(ms) {
      now += ms;
      for (const [id, { at, task }] of tasks) {
        if (at > now) continue;
        tasks.delete(id);
        task();
      }
      await settled();
    },
    pending: () => tasks.size,
  };
}

/** A page that a test shows and hides. */
export function handMadeVisibility(): Visibility & {
  show(): void;
  hide(): void;
  listeners(): number;
} {
  let hidden = false;
  const listeners = new Set<() => void>();
  const change = (value: boolean) => {
    hidden = value;
    for (const listener of listeners) listener();
  };
  return {
    isHidden: () => hidden,
    onChange(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    show: () => change(false),
    hide: () => change(true),
    listeners: () => listeners.size,
  };
}

/** Lets all promises that are ready run. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
}
