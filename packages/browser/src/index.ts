export { nextDelay, type Pace, paces } from './waiting-pace.ts';
export {
  type HearingLoop,
  type Timers,
  type Visibility,
  type WaitingLoop,
  type WaitingOptions,
  startWaiting,
} from './waiting-loop.ts';
export { documentVisibility, windowTimers } from './browser-surroundings.ts';
export { type EventListener, readEvents } from './waiting-events.ts';
export { type FollowingOptions, startFollowing, streamPauses } from './waiting-following.ts';
export {
  createSettingsForm,
  type FieldValue,
  type FormField,
  localTimeText,
  localTimeTyped,
  numberTyped,
  type SettingsForm,
} from './settings-form.ts';
