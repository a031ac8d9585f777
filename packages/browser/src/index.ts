export { nextDelay, type Pace, paces } from './waiting-pace.ts';
export {
  type Timers,
  type Visibility,
  type WaitingLoop,
  type WaitingOptions,
  startWaiting,
} from './waiting-loop.ts';
export { documentVisibility, windowTimers } from './browser-surroundings.ts';
