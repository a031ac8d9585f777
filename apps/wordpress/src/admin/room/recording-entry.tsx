import { Button, TextControl } from '@wordpress/components';
import { type FormEvent, useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import { changeRecording, deleteRecording, type Recording } from './recordings-rest.ts';

interface EntryProps {
  readonly room: number;
  readonly recording: Recording;
  readonly onAct: (deed: () => Promise<string>) => Promise<void>;
}

/** One recording, and what can be done to it now. Deleting asks once more. */
export function RecordingEntry({ room, recording, onAct }: EntryProps) {
  const [asks, setAsks] = useState<'' | 'rename' | 'delete'>('');
  const { name, moment, length, stateText, formats, actions } = recording;

  function change(wish: Readonly<Record<string, string | boolean>>): void {
    setAsks('');
    void onAct(async () => (await changeRecording(room, recording, wish)).message);
  }

  return (
    <li>
      <span>
        <strong>{name}</strong>
        <br />
        {[moment, length, stateText].filter((text) => text !== '').join(' · ')}
      </span>
      {formats.map(({ verb, label, url }) => (
        // Not ExternalLink: its arrow is an emoji, whose picture WordPress loads from elsewhere.
        <a
          key={url}
          href={url}
          target="_blank"
          rel="noopener"
          aria-label={newTab(verb, label, name)}
        >
          {`${verb}: ${label}`}
        </a>
      ))}
      {asks === ''
        ? buttons()
            .filter(({ action }) => actions.includes(action))
            .map(({ action, label, wish }) => (
              <Button
                key={action}
                variant="tertiary"
                isDestructive={action === 'delete'}
                aria-label={`${label}: ${name}`}
                onClick={() => (wish === undefined ? setAsks(asking(action)) : change(wish))}
              >
                {label}
              </Button>
            ))
        : null}
      {asks === 'rename' ? (
        <Rename
          name={name}
          onRename={(wanted) => change({ name: wanted })}
          onCancel={() => setAsks('')}
        />
      ) : null}
      {asks === 'delete' ? (
        <>
          <p role="alert">
            {__('It is deleted on the meeting server, for everybody and for good.', 'bluebridge')}
          </p>
          <Button
            variant="primary"
            isDestructive
            onClick={() => {
              setAsks('');
              void onAct(async () => (await deleteRecording(room, recording)).message);
            }}
          >
            {__('Delete for good', 'bluebridge')}
          </Button>
          <Button onClick={() => setAsks('')}>{__('Cancel', 'bluebridge')}</Button>
        </>
      ) : null}
    </li>
  );
}

interface RenameProps {
  readonly name: string;
  readonly onRename: (name: string) => void;
  readonly onCancel: () => void;
}

function Rename({ name, onRename, onCancel }: RenameProps) {
  const [wanted, setWanted] = useState(name);

  function submit(event: FormEvent): void {
    event.preventDefault();
    onRename(wanted.trim());
  }

  return (
    <form onSubmit={submit}>
      <TextControl
        label={__('Name', 'bluebridge')}
        value={wanted}
        onChange={setWanted}
        required
        maxLength={200}
        __nextHasNoMarginBottom
        __next40pxDefaultSize
      />
      <Button variant="primary" type="submit">
        {__('Rename', 'bluebridge')}
      </Button>
      <Button onClick={onCancel}>{__('Cancel', 'bluebridge')}</Button>
    </form>
  );
}

function newTab(verb: string, label: string, name: string): string {
  /* translators: 1: what is done, such as Watch, 2: a format, such as Video, 3: name of the recording */
  return sprintf(__('%1$s: %2$s, %3$s (opens in a new tab)', 'bluebridge'), verb, label, name);
}

function asking(action: string): 'rename' | 'delete' {
  return action === 'delete' ? 'delete' : 'rename';
}

interface ActionButton {
  readonly action: string;
  readonly label: string;
  /** What is asked of the REST API; absent where something is asked of the person first. */
  readonly wish?: Readonly<Record<string, string | boolean>>;
}

function buttons(): readonly ActionButton[] {
  return [
    { action: 'publish', label: __('Publish', 'bluebridge'), wish: { published: true } },
    { action: 'unpublish', label: __('Unpublish', 'bluebridge'), wish: { published: false } },
    { action: 'protect', label: __('Protect', 'bluebridge'), wish: { protected: true } },
    { action: 'unprotect', label: __('Stop protecting', 'bluebridge'), wish: { protected: false } },
    { action: 'rename', label: __('Rename', 'bluebridge') },
    {
      action: 'moderators',
      label: __('Show to moderators only', 'bluebridge'),
      wish: { audience: 'moderators' },
    },
    {
      action: 'everyone',
      label: __('Show to everybody it is for', 'bluebridge'),
      wish: { audience: 'room' },
    },
    { action: 'delete', label: __('Delete', 'bluebridge') },
  ];
}
