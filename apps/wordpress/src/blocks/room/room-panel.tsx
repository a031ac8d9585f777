import { Notice, PanelBody, ToggleControl } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { messageOf } from '../../asking.ts';
import { editorFacts } from '../rooms/editor-facts.ts';
import { NewTab } from '../rooms/new-tab.tsx';
import { changeSettings, type Room } from '../rooms/rooms.ts';

interface Switch {
  readonly setting: string;
  readonly label: string;
  readonly help: string;
}

/** The settings that decide how people enter, at hand where the page is written. */
export function RoomPanel({
  room,
  onChange,
}: {
  readonly room: Room;
  readonly onChange: (room: Room) => void;
}) {
  const [problem, setProblem] = useState('');

  function set(setting: string, value: boolean): void {
    setProblem('');
    const settings = { ...room.settings, [setting]: value };
    // What was clicked is seen at once, and taken back when it could not be saved.
    onChange({ ...room, settings });
    changeSettings(room.id, settings).then(onChange, (error: unknown) => {
      onChange(room);
      setProblem(messageOf(error));
    });
  }

  return (
    <PanelBody title={__('Who comes in', 'bluebridge')}>
      {problem === '' ? null : (
        <Notice status="error" isDismissible={false}>
          {problem}
        </Notice>
      )}
      {(room.mayChange ? switches() : []).map(({ setting, label, help }) => (
        <ToggleControl
          key={setting}
          label={label}
          help={help}
          checked={room.settings[setting] === true}
          onChange={(value) => set(setting, value)}
          __nextHasNoMarginBottom
        />
      ))}
      <p>
        <NewTab href={room.enterUrl}>{__('Address of the room', 'bluebridge')}</NewTab>
      </p>
      {room.mayChange ? (
        <p>
          <NewTab href={`${editorFacts().roomUrl}${room.id}`}>
            {__('All settings of the room', 'bluebridge')}
          </NewTab>
        </p>
      ) : (
        <p>{__('The person it belongs to decides about this.', 'bluebridge')}</p>
      )}
    </PanelBody>
  );
}

function switches(): readonly Switch[] {
  return [
    {
      setting: 'guestsAllowed',
      label: __('Let guests in', 'bluebridge'),
      help: __('People without an account may come in with a name.', 'bluebridge'),
    },
    {
      setting: 'anyoneCanStart',
      label: __('Anyone may open the room', 'bluebridge'),
      help: __('Participants need not wait for a moderator.', 'bluebridge'),
    },
    {
      setting: 'record',
      label: __('Meetings may be recorded', 'bluebridge'),
      help: __('Moderators find a button for that in the meeting.', 'bluebridge'),
    },
  ];
}
