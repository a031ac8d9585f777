import { readFileSync } from 'node:fs';
import { noteDecision } from '../admin/platform-actions.ts';
import { parsePreset } from '../settings/preset-file.ts';
import type { Preset } from '../storage/presets.ts';
import type { Desk } from './desk.ts';
import { CommandError, UsageError } from './usage.ts';

/** Lists the presets with what they set; locked values have a star. */
export async function listPresets({ storage, say }: Desk): Promise<void> {
  const presets = await storage.presets.list();
  if (presets.length === 0) say('There are no presets yet. Write one to a file: preset set <file>');
  for (const preset of presets) {
    const { id, name, isDefault } = preset;
    say(
      `${id}  ${JSON.stringify(name)}${isDefault ? ', the default' : ''}, for ${scopeOf(preset)}`,
    );
    for (const [setting, value] of Object.entries(preset.values)) {
      const star = preset.locked.includes(setting) ? '*' : ' ';
      say(` ${star} ${setting}: ${JSON.stringify(value)}`);
    }
  }
}

/** Makes a preset from a JSON file, or replaces the one of its name. */
export async function setPreset({ storage, say }: Desk, [file = '']: readonly string[]) {
  const { preset, problem } = parsePreset(textOf(file));
  if (!preset) throw new UsageError(`In the preset file, ${problem}.`);
  if (preset.tenant && !(await storage.platforms.get(preset.tenant.platformId))) {
    throw new CommandError('There is no such platform: see platform list.');
  }
  const { id, name, locked } = await storage.presets.set(preset);
  await noteDecision(storage, 'command', {
    action: 'preset.set',
    ...preset.tenant,
    detail: { preset: id, locked: locked.join(' ') },
  });
  say(`Rooms may use ${JSON.stringify(name)} now (${id}).`);
}

/** Removes a preset. Its rooms keep their values, but nothing of it is locked any more. */
export async function removePreset({ storage, say }: Desk, [id = '']: readonly string[]) {
  if (!(await storage.presets.remove(id))) {
    throw new CommandError('There is no such preset: see preset list.');
  }
  await noteDecision(storage, 'command', { action: 'preset.remove', detail: { preset: id } });
  say('The preset is gone. Its rooms keep their settings; nothing of it is locked any more.');
}

function scopeOf({ tenant }: Preset): string {
  if (tenant === undefined) return 'all';
  return `platform ${tenant.platformId}, deployment ${JSON.stringify(tenant.deploymentId)}`;
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    throw new CommandError(`The file ${file} cannot be read.`);
  }
}
