import {
  type RoomSetting,
  type RoomSettingName,
  roomSettings,
  type SettingGroup,
  settingGroups,
} from '@bluebridge/core/rooms';
import type { Fields } from '../http/read-body.ts';
import type { Tenant } from '../storage/rooms.ts';
import type { Preset, PresetContent } from '../storage/presets.ts';
import { offeredSetting } from './offered-settings.ts';
import { checkPreset, type PresetViolation } from './preset-file.ts';

/** A tenant with a name for people. */
export interface NamedTenant extends Tenant {
  readonly label: string;
}

/** One setting of a preset's form. */
export interface PresetField {
  readonly name: RoomSettingName;
  readonly setting: RoomSetting;
  /** As it is typed; empty: the preset does not say it. */
  readonly text: string;
  readonly isLocked: boolean;
}

/** Texts of a preset's form, before anybody judges them. */
export interface PresetForm {
  readonly name: string;
  readonly tenant: Tenant | undefined;
  readonly isDefault: boolean;
  readonly fields: readonly PresetField[];
}

/** Settings that may be in a preset, by group. */
const settable = Object.entries<RoomSetting>(roomSettings).filter(
  ([name, { lockable }]) => lockable && offeredSetting(name) !== undefined,
) as readonly [RoomSettingName, RoomSetting][];

export const noPreset: PresetForm = {
  name: '',
  tenant: undefined,
  isDefault: false,
  fields: fieldsWith(() => ({ text: '', isLocked: false })),
};

/** Writes a preset as its form shows it. */
export function formOf({ name, tenant, isDefault, values, locked }: Preset): PresetForm {
  return {
    name,
    tenant,
    isDefault,
    fields: fieldsWith((setting) => ({
      text: textOf(values[setting]),
      isLocked: locked.includes(setting),
    })),
  };
}

/** Reads what a browser sends. */
export function formIn(sent: Fields): PresetForm {
  return {
    name: (sent.get('name') ?? '').trim(),
    tenant: tenantIn(sent.get('tenant') ?? ''),
    isDefault: sent.has('default'),
    fields: fieldsWith((setting) => ({
      // Browsers send lines of a text with two characters between them.
      text: (sent.get(`value.${setting}`) ?? '').replaceAll('\r\n', '\n'),
      isLocked: sent.has(`lock.${setting}`),
    })),
  };
}

/** Judges a form: a preset to keep, or what is wrong with it by the setting's name or `name`. */
export function presetIn({ name, tenant, isDefault, fields }: PresetForm): {
  readonly preset: PresetContent;
  readonly violations: readonly PresetViolation[];
} {
  const said = fields.filter(({ text }) => text !== '');
  const given = Object.fromEntries(said.map((field) => [field.name, valueOf(field)]));
  const locked = fields.filter(({ isLocked }) => isLocked).map((field) => field.name);
  const { values, violations } = checkPreset(given, locked);
  const badName = name === '' || name.length > 100 || /\p{C}/u.test(name);
  return {
    preset: { name, values, locked, isDefault, ...(tenant && { tenant }) },
    violations: [...(badName ? [{ path: 'name', rule: 'pattern' } as const] : []), ...violations],
  };
}

/** Gives the fields of a form in its groups. */
export function groupsOf({ fields }: PresetForm) {
  return Object.entries(settingGroups)
    .map(([group, label]) => ({
      group: group as SettingGroup,
      label,
      fields: fields.filter(({ setting }) => setting.group === group),
    }))
    .filter((each) => each.fields.length > 0);
}

/** Writes whose a preset is as a form sends it; ids of platforms hold no space. */
export function tenantText(tenant: Tenant | undefined): string {
  return tenant === undefined ? '' : `${tenant.platformId} ${tenant.deploymentId}`;
}

function tenantIn(text: string): Tenant | undefined {
  const [, platformId, deploymentId] = /^(\S+) (.+)$/s.exec(text) ?? [];
  return platformId === undefined || deploymentId === undefined
    ? undefined
    : { platformId, deploymentId };
}

function fieldsWith(
  fill: (name: RoomSettingName) => Pick<PresetField, 'text' | 'isLocked'>,
): readonly PresetField[] {
  return settable.map(([name, setting]) => ({ name, setting, ...fill(name) }));
}

function textOf(value: string | number | boolean | undefined): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return value === undefined ? '' : String(value);
}

function valueOf({ setting: { control }, text }: PresetField): unknown {
  if (control === 'switch') return text === 'yes' ? true : text === 'no' ? false : text;
  if (control !== 'number') return text;
  return /^-?\d{1,15}$/.test(text.trim()) ? Number(text) : text;
}
