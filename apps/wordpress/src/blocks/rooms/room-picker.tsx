import {
  Button,
  ComboboxControl,
  Notice,
  Placeholder,
  TextControl,
  ToggleControl,
} from '@wordpress/components';
import { type FormEvent, useEffect, useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { messageOf, whileCurrent } from '../../asking.ts';
import { addRoom, listRooms, type Room } from './rooms.ts';

/** Lets somebody make a room, or choose one of theirs, without leaving the page they write. */
export function RoomPicker({
  label,
  onChoose,
}: {
  /** What the block is called. */
  readonly label: string;
  readonly onChoose: (room: Room) => void;
}) {
  const [title, setTitle] = useState('');
  const [guestsAllowed, setGuestsAllowed] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState('');
  const [search, setSearch] = useState('');
  const [rooms, setRooms] = useState<readonly Room[]>([]);

  useEffect(() => whileCurrent(listRooms(search), setRooms, setProblem), [search]);

  function create(event: FormEvent): void {
    event.preventDefault();
    setBusy(true);
    setProblem('');
    addRoom(title, guestsAllowed ? { guestsAllowed } : {}).then(onChoose, (error: unknown) => {
      setBusy(false);
      setProblem(messageOf(error));
    });
  }

  return (
    <Placeholder
      icon="video-alt2"
      label={label}
      instructions={__('Create a new room, or choose one of yours.', 'bluebridge')}
    >
      {problem === '' ? null : (
        <Notice status="error" onRemove={() => setProblem('')}>
          {problem}
        </Notice>
      )}
      <form onSubmit={create} className="bluebridge-room-picker">
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
        <ToggleControl
          label={__('Let guests in', 'bluebridge')}
          help={__('People without an account may come in with a name.', 'bluebridge')}
          checked={guestsAllowed}
          onChange={setGuestsAllowed}
          __nextHasNoMarginBottom
        />
        <Button variant="primary" type="submit" isBusy={isBusy} disabled={isBusy}>
          {__('Create room', 'bluebridge')}
        </Button>
      </form>
      {rooms.length === 0 && search === '' ? null : (
        <ComboboxControl
          label={__('Or choose a room', 'bluebridge')}
          value={null}
          options={rooms.map((room) => ({ value: String(room.id), label: room.title }))}
          onFilterValueChange={setSearch}
          onChange={(value) => {
            const chosen = rooms.find((room) => String(room.id) === value);
            if (chosen) onChoose(chosen);
          }}
          __nextHasNoMarginBottom
          __next40pxDefaultSize
        />
      )}
    </Placeholder>
  );
}
