import type { LiveView } from '../view/meeting-view.ts';
import { announce, byId } from './elements.ts';

const shown = byId('elapsed', HTMLSpanElement);
const warnings = [10, 5, 1];
let meeting: { view: LiveView; seenAt: number } | undefined;
let minutesLeft: number | undefined;

/** Remembers by the server's clock since when the meeting runs. */
export function noteTime(view: LiveView): void {
  meeting = { view, seenAt: performance.now() };
  tick();
}

/** Keeps the elapsed and remaining time up to date. */
export function keepTime(): void {
  setInterval(tick, 1_000);
}

function tick(): void {
  if (meeting === undefined) return;
  const { view, seenAt } = meeting;
  const now = view.now + performance.now() - seenAt;
  const running = `Running for ${duration(now - view.startedAt)}`;
  if (view.endsAt === undefined) {
    shown.textContent = running;
    return;
  }
  const left = view.endsAt - now;
  shown.textContent = left > 0 ? `${running}, ${duration(left)} left` : `${running}, over time`;
  if (!view.mayRunOver) warn(Math.ceil(left / 60_000));
}

/** Says a few times that the end comes near. */
function warn(minutes: number): void {
  const before = minutesLeft;
  minutesLeft = minutes;
  if (before === undefined || before === minutes || !warnings.includes(minutes)) return;
  announce(minutes === 1 ? 'One minute left.' : `${minutes} minutes left.`);
}

function duration(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1_000));
  const two = (value: number) => String(value).padStart(2, '0');
  const hours = Math.floor(seconds / 3_600);
  const rest = `${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
  return hours === 0 ? rest : `${hours}:${rest}`;
}
