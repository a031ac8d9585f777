import { Button, SelectControl } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import type { Named, Room } from './rest.ts';

interface Props {
  readonly room: Room;
  readonly presets: readonly Named[];
  readonly isBusy: boolean;
  readonly onUse: (preset: string) => void;
}

/** Gives the room what an administrator made ready. */
export function PresetPicker({ room, presets, isBusy, onUse }: Props) {
  const known = presets.some(({ id }) => id === room.preset) ? room.preset : '';
  const [chosen, setChosen] = useState(known);
  if (presets.length === 0) return null;
  const none = { value: '', label: __('None', 'bluebridge') };
  return (
    <div className="bluebridge-preset">
      <SelectControl
        label={__('Preset', 'bluebridge')}
        help={__('A preset replaces the settings below. It may lock some of them.', 'bluebridge')}
        value={chosen}
        options={[none, ...presets.map(({ id, name }) => ({ value: id, label: name }))]}
        onChange={setChosen}
        __nextHasNoMarginBottom
        __next40pxDefaultSize
      />
      <Button
        variant="secondary"
        disabled={isBusy || chosen === known}
        onClick={() => onUse(chosen)}
      >
        {__('Use preset', 'bluebridge')}
      </Button>
    </div>
  );
}
