import { Button, Notice, SelectControl, TextControl } from '@wordpress/components';
import { type FormEvent, useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { messageOf } from '../../asking.ts';
import { makeRoom, type Named, type Room } from './rest.ts';

interface Props {
  readonly presets: readonly Named[];
  readonly onMade: (room: Room) => void;
}

/** Asks for a name; everything else is as usual until somebody changes it. */
export function NewRoom({ presets, onMade }: Props) {
  const [title, setTitle] = useState('');
  const [preset, setPreset] = useState('');
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState('');

  function make(event: FormEvent): void {
    event.preventDefault();
    setBusy(true);
    makeRoom(title, preset).then(onMade, (error: unknown) => {
      setBusy(false);
      setProblem(messageOf(error));
    });
  }

  return (
    <form onSubmit={make} className="bluebridge-new-room">
      <h1>{__('Add room', 'bluebridge')}</h1>
      {problem === '' ? null : (
        <Notice status="error" isDismissible={false}>
          {problem}
        </Notice>
      )}
      <TextControl
        label={__('Name of the new room', 'bluebridge')}
        value={title}
        onChange={setTitle}
        required
        minLength={2}
        maxLength={256}
        __nextHasNoMarginBottom
        __next40pxDefaultSize
      />
      {presets.length === 0 ? null : (
        <SelectControl
          label={__('Preset', 'bluebridge')}
          value={preset}
          options={[
            { value: '', label: __('None', 'bluebridge') },
            ...presets.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          onChange={setPreset}
          __nextHasNoMarginBottom
          __next40pxDefaultSize
        />
      )}
      <Button variant="primary" type="submit" isBusy={isBusy} disabled={isBusy}>
        {__('Create room', 'bluebridge')}
      </Button>
    </form>
  );
}
