import { lackedBy, type RoomCapabilities } from './room-capabilities.ts';
import {
  type RoomSetting,
  type RoomSettingName,
  roomSettings,
  type RoomSettingValues,
} from './room-settings.ts';
import { effectiveLocks } from './setting-locks.ts';
import { holds, type SettingCombination, settingCombinations } from './settings/combinations.ts';
import { valueBreach } from './settings/value-breach.ts';

/** Every rule that values of settings can break, closed: a form has words for each. */
export const settingRules = [
  'unknown',
  'type',
  'min',
  'max',
  'pattern',
  'choice',
  'well_formed',
  'needs_capability',
  'locked',
  'not_lockable',
  'order',
] as const;

/** Everything a form is warned of, closed. */
export const settingWarnings = ['never_recorded', 'no_seats_left', 'no_effect'] as const;

/** One rule that a setting breaks, or one thing that is odd about it. */
export interface SettingRemark<R extends string> {
  /** Name of the setting. */
  readonly path: string;
  readonly rule: R;
  /** The limit, the list of values, the locked value or what is lacking, as text. */
  readonly allowed?: string;
}

export type SettingViolation = SettingRemark<(typeof settingRules)[number]>;
export type SettingWarning = SettingRemark<(typeof settingWarnings)[number]>;

export interface SettingsCheck {
  /** What may be stored: the values without a violation, and everything that is locked. */
  readonly accepted: RoomSettingValues;
  /** In the order of the values, at most one for each; then the combinations. */
  readonly violations: readonly SettingViolation[];
  /** Accepted all the same. */
  readonly warnings: readonly SettingWarning[];
}

export interface SettingsContext {
  readonly capabilities: RoomCapabilities;
  /** Values an administrator fixed for all rooms. */
  readonly locks?: RoomSettingValues;
}

type Values = Readonly<Record<string, unknown>>;
type Refusal = Omit<SettingViolation, 'path'>;

const settings: Readonly<Record<string, RoomSetting>> = roomSettings;

/**
 * Checks everything a room says, as a form or another program sent it. Empty texts count as not
 * said. A setting the server cannot honour may still say its default, which is what holds anyway.
 */
export function checkRoomSettings(
  values: Values,
  { capabilities, locks = {} }: SettingsContext,
): SettingsCheck {
  const held: Values = effectiveLocks(locks);
  return check(values, held, (name, setting, value) => {
    if (!Object.hasOwn(held, name)) return refusal(setting, value, capabilities);
    return value === held[name] ? undefined : { rule: 'locked', allowed: String(held[name]) };
  });
}

/** Checks what an administrator wants to fix for all rooms, by the same rules and whether it may be fixed. */
export function checkSettingLocks(locks: Values, capabilities: RoomCapabilities): SettingsCheck {
  return check(locks, {}, (_name, setting, value) =>
    setting.lockable ? refusal(setting, value, capabilities) : { rule: 'not_lockable' },
  );
}

function check(
  values: Values,
  held: Values,
  refuse: (name: string, setting: RoomSetting, value: unknown) => Refusal | undefined,
): SettingsCheck {
  const accepted: Record<string, unknown> = {};
  const violations: SettingViolation[] = [];
  for (const [path, value] of Object.entries(values)) {
    if (value === undefined) continue;
    const setting = Object.hasOwn(settings, path) ? settings[path] : undefined;
    const refused = setting ? refuse(path, setting, value) : ({ rule: 'unknown' } as const);
    if (refused !== undefined) violations.push({ path, ...refused });
    else if (value !== '') accepted[path] = value;
  }
  Object.assign(accepted, held);
  const { refused, warnings } = combined(accepted);
  for (const { path } of refused) delete accepted[path];
  return { accepted, violations: [...violations, ...refused], warnings };
}

function refusal(
  setting: RoomSetting,
  value: unknown,
  capabilities: RoomCapabilities,
): Refusal | undefined {
  const breach = valueBreach(setting, value);
  if (breach !== undefined) return breach;
  const lacking = lackedBy(capabilities, setting);
  return lacking === undefined || value === setting.default || value === ''
    ? undefined
    : { rule: 'needs_capability', allowed: lacking };
}

function combined(accepted: Values) {
  const refused: SettingViolation[] = [];
  const warnings: SettingWarning[] = [];
  const valueOf = (name: string) =>
    (accepted[name] ?? settings[name as RoomSettingName]?.default ?? null) as string | null;
  for (const combination of settingCombinations as readonly SettingCombination[]) {
    if (!holds(combination, valueOf)) continue;
    const { path, allowed } = combination;
    if (combination.kind === 'violation') refused.push({ path, rule: combination.rule, allowed });
    else warnings.push({ path, rule: combination.rule, allowed });
  }
  return { refused, warnings };
}
