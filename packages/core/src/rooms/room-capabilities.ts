import type { RoomSetting, SettingCapability } from './settings/setting-kinds.ts';

/** What a server has, as far as rooms ask; every dialect says it. */
export interface RoomCapabilities extends Readonly<Partial<Record<SettingCapability, boolean>>> {
  /** `maxParticipants` and `duration` reserve seats of the account. */
  readonly reservesSeats: boolean;
  /** Calls the server does not have. */
  readonly missingCalls?: readonly string[];
}

/** Gives the capability or call a setting needs and the server lacks; `undefined` when it lacks none. */
export function lackedBy(
  capabilities: RoomCapabilities,
  { needs, needsCall }: RoomSetting,
): string | undefined {
  if (needs !== undefined && capabilities[needs] !== true) return needs;
  if (needsCall !== undefined && capabilities.missingCalls?.includes(needsCall)) return needsCall;
  return undefined;
}
