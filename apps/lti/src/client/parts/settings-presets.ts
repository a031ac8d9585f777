import type { PresetReply } from '../../settings/settings-replies.ts';
import { element } from './page.ts';

const section = element('presets');
const select = element('preset') as HTMLSelectElement;

let use: (id: string) => unknown = () => {};
element('preset-use').addEventListener('click', () => use(select.value));

/** Shows the ready-made settings a room may take. */
export function drawPresets(
  presets: readonly PresetReply[],
  onUse: (id: string) => Promise<void>,
): void {
  use = onUse;
  section.hidden = presets.length === 0;
  const used = section.dataset['used'] ?? '';
  select.replaceChildren(
    ...presets.map(
      ({ id, name, isUsed }) => new Option(isUsed ? `${name} (${used})` : name, id, isUsed, isUsed),
    ),
  );
}
