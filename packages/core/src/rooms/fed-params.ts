import type { Room } from './room.ts';
import { lackedBy, type RoomCapabilities } from './room-capabilities.ts';
import { type RoomSetting, type RoomSettingName, roomSettings } from './room-settings.ts';

/** A setting of a room that the server cannot honour, and the capability or call it lacks. */
export interface LeftOut {
  readonly setting: RoomSettingName;
  readonly needs: string;
}

type WireValue = string | number | boolean | readonly string[];

const settings = Object.entries<RoomSetting>(roomSettings) as readonly [
  RoomSettingName,
  RoomSetting,
][];

/**
 * Gathers the parameters that a room's settings become in a call. Only what the room says is sent;
 * empty texts and settings whose switch is off count as not said.
 */
export function fedParams(
  room: Room,
  call: 'create' | 'join',
  capabilities: RoomCapabilities,
): { readonly params: Readonly<Record<string, WireValue>>; readonly leftOut: readonly LeftOut[] } {
  const params: Record<string, WireValue> = {};
  const leftOut: LeftOut[] = [];
  for (const [name, setting] of settings) {
    const value = room[name];
    const { feeds } = setting;
    if (feeds?.call !== call || value === undefined || value === '') continue;
    if (!matters(room, setting, capabilities)) continue;
    const lacking = lackedBy(capabilities, setting);
    if (lacking !== undefined) {
      // What the room wants is what it gets anyway: nothing is lost.
      if (value !== setting.default) leftOut.push({ setting: name, needs: lacking });
      continue;
    }
    if (feeds.adds === undefined) {
      params[feeds.param] =
        feeds.as === undefined ? value : value === true ? feeds.as.on : feeds.as.off;
    } else if (value === false) {
      const list = params[feeds.param];
      params[feeds.param] = [...(Array.isArray(list) ? list : []), ...feeds.adds];
    }
  }
  return { params, leftOut };
}

/** A setting matters while the switch it depends on is on, on this server too. */
function matters(room: Room, { onlyIf }: RoomSetting, capabilities: RoomCapabilities): boolean {
  if (onlyIf === undefined) return true;
  const name = onlyIf as RoomSettingName;
  return room[name] === true && lackedBy(capabilities, roomSettings[name]) === undefined;
}
