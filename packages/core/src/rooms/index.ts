export {
  checkRoomSettings,
  checkSettingLocks,
  settingRules,
  type SettingsCheck,
  type SettingsContext,
  type SettingViolation,
  type SettingWarning,
  settingWarnings,
} from './check-room-settings.ts';
export { type EndAction, endPauses, endPlan, type EndState } from './end-plan.ts';
export {
  type JoinReason,
  joinReasons,
  type RefuseReason,
  type WaitReason,
} from './join-reasons.ts';
export { type MeetingInfo, type MeetingState, meetingStateFrom } from './meeting-state.ts';
export { type JoinPlan, type MeetingRole, planJoin } from './plan-join.ts';
export {
  type FormatUse,
  type Preview,
  recordingFormats,
  recordingView,
  type RecordingView,
  type RecordingViewer,
  type ShownFormat,
} from './recording-view.ts';
export {
  type IndexedRecording,
  type RecordingChange,
  type RecordingFacts,
  recordingPatience,
  type RecordingsFetch,
  recordingsSync,
  type RecordingsSync,
  type RecordingState,
} from './recordings-sync.ts';
export type { Participant, Room } from './room.ts';
export { createParams, joinParams } from './room-calls.ts';
export {
  type RoomSetting,
  type RoomSettingName,
  roomSettings,
  type RoomSettingValues,
  type SettingControl,
  type SettingFeed,
  type SettingGroup,
  settingGroups,
} from './room-settings.ts';
export {
  type AccountDefaults,
  type CreatePlan,
  type LeftOut,
  reservedByDefault,
  type RoomCapabilities,
  roomToCreate,
} from './room-to-create.ts';
export {
  freeSeats,
  nextSeatWindow,
  type Reservation,
  type SeatAccount,
  seatHolders,
  type SeatRequest,
  type SeatStretch,
  seatVerdict,
  type SeatVerdict,
  type SeatWindow,
  settleReservations,
} from './seat-ledger.ts';
export { applyLocks } from './setting-locks.ts';
export { type SettingField, settingsForm, type SettingsSection } from './settings-form.ts';
export { type SettingCombination, settingCombinations } from './settings/combinations.ts';
export { statusPauses, type StatusPlan, statusPolicy, type StatusState } from './status-policy.ts';
