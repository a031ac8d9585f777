import type { LiveView } from '../meeting-view.ts';
import { byId } from './elements.ts';

const shown = byId('elapsed', HTMLSpanElement);
let meeting: { view: LiveView; seenAt: number } | undefined;

/** Remembers by the server's clock since when the meeting runs. */
export function noteTime(view: LiveView): void {
  meeting = { view, seenAt: performance.now() };
  tick();
}

/** Keeps the elapsed or remaining time up to date. */
export function keepTime(): void {
  setInterval(tick, 1_000);
}

function tick(): void {
  if (meeting === undefined) return;
  const { view, seenAt } = meeting;
  const now = view.now + performance.now() - seenAt;
  shown.textContent =
    view.endsAt === undefined
      ? `Running for ${duration(now - view.startedAt)}`
      : `Ends in ${duration(view.endsAt - now)}`;
}

function duration(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1_000));
  const two = (value: number) => String(value).padStart(2, '0');
  const hours = Math.floor(seconds / 3_600);
  const rest = `${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
  return hours === 0 ? rest : `${hours}:${rest}`;
}
