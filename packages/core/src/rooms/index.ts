export { type MeetingInfo, type MeetingState, meetingStateFrom } from './meeting-state.ts';
export { type JoinPlan, type MeetingRole, planJoin } from './plan-join.ts';
export type { Participant, Room } from './room.ts';
export { createParams, joinParams } from './room-calls.ts';
