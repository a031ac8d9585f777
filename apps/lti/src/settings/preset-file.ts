import {
  checkRoomSettings,
  type RoomSettingValues,
  type SettingViolation,
} from '@bluebridge/core/rooms';
import { z } from 'zod';
import type { PresetContent } from '../storage/presets.ts';
import { offeredSetting } from './offered-settings.ts';

/**
 * Presets are made without asking a server what it can do: what one cannot is left out when a
 * meeting begins, and not shown to teachers.
 */
const anyServer = { reservesSeats: true, supportsDefaultChatTextsSwitch: true, missingCalls: [] };

/** What a preset may not say, and by which rule. */
export type PresetViolation = SettingViolation;

/** Checks the values of a preset. Locked are names of values that the preset has. */
export function checkPreset(
  values: Readonly<Record<string, unknown>>,
  locked: readonly string[],
): { readonly values: RoomSettingValues; readonly violations: readonly PresetViolation[] } {
  const own = Object.keys(values).flatMap((path): PresetViolation[] => {
    const setting = offeredSetting(path);
    if (setting === undefined) return [{ path, rule: 'unknown' }];
    return setting.lockable ? [] : [{ path, rule: 'not_lockable' }];
  });
  const { accepted, violations } = checkRoomSettings(values, { capabilities: anyServer });
  const nothing = locked
    .filter((name) => !Object.hasOwn(accepted, name))
    .filter((name) => ![...own, ...violations].some(({ path }) => path === name))
    .map((path): PresetViolation => ({ path, rule: 'unknown' }));
  const others = violations.filter(({ path }) => !own.some((violation) => violation.path === path));
  return { values: accepted, violations: [...own, ...others, ...nothing] };
}

const presetFile = z.strictObject({
  name: z
    .string()
    .trim()
    .min(1)
    .max(100)
    .regex(/^\P{C}+$/u, 'must be one line'),
  values: z.record(z.string(), z.unknown()),
  locked: z.array(z.string()).max(100).default([]),
  default: z.boolean().default(false),
  platform: z.string().min(1).max(64).optional(),
  deployment: z.string().min(1).max(255).optional(),
});

/** What a preset file says, or the first problem with it, as half a sentence. */
export type ParsedPreset =
  | { readonly preset: PresetContent; readonly problem?: undefined }
  | { readonly preset?: undefined; readonly problem: string };

/** Parses the JSON file in which an administrator writes a preset. */
export function parsePreset(text: string): ParsedPreset {
  const { data, error } = presetFile.safeParse(jsonIn(text));
  if (data === undefined) {
    const [issue] = error.issues;
    return { problem: `${issue?.path.join('.') || 'the whole'}: ${issue?.message ?? 'wrong'}` };
  }
  const { name, locked, platform: platformId, deployment: deploymentId } = data;
  if ((platformId === undefined) !== (deploymentId === undefined)) {
    return { problem: 'platform and deployment: give both, or neither for all' };
  }
  const { values, violations } = checkPreset(data.values, locked);
  const [wrong] = violations;
  if (wrong) return { problem: problemOf(wrong, Object.hasOwn(data.values, wrong.path)) };
  const tenant =
    platformId !== undefined && deploymentId !== undefined
      ? { tenant: { platformId, deploymentId } }
      : {};
  return { preset: { name, values, locked, isDefault: data.default, ...tenant } };
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function problemOf({ path, rule, allowed }: PresetViolation, isValue: boolean): string {
  if (!isValue) return `locked.${path}: the preset gives no value to lock`;
  const values = `values.${path}`;
  if (rule === 'unknown') return `${values}: rooms have no such setting`;
  if (rule === 'not_lockable') return `${values}: each room has its own`;
  return `${values}: breaks the rule "${rule}"${allowed === undefined ? '' : ` (${allowed})`}`;
}
