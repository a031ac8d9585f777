import {
  Button,
  Notice,
  Panel,
  PanelBody,
  SelectControl,
  TextControl,
} from '@wordpress/components';
import { type FormEvent, useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { DocumentsSection } from './documents.tsx';
import { HostsSection } from './hosts.tsx';
import { OwnerSection } from './owner.tsx';
import { PresetPicker } from './preset-picker.tsx';
import {
  changeRoom,
  noProblem,
  type Problem,
  problemIn,
  type Room,
  type RoomChange,
  type RoomForm,
} from './rest.ts';
import { sections } from './sections.ts';
import { ServerChoice } from './server-choice.tsx';
import { SettingControl } from './setting-field.tsx';
import { useSettings } from './use-settings.ts';

interface Props {
  readonly room: Room;
  readonly form: RoomForm;
  readonly mayPublish: boolean;
  readonly mayUpload: boolean;
  readonly isSavedBefore: boolean;
  /** The room has another preset or server now, and with it another form. */
  readonly onAnew: () => void;
  /** Whoever is here may not change the room any more. */
  readonly onGivenAway: () => void;
  readonly onRemove: () => void;
}

/** Everything that can be said of a room. It is saved as a whole. */
export function RoomEditor(props: Props) {
  const { form, mayPublish, mayUpload, isSavedBefore, onAnew, onGivenAway, onRemove } = props;
  const [room, setRoom] = useState(props.room);
  const [title, setTitle] = useState(room.title);
  const [status, setStatus] = useState(room.status);
  const [hosts, setHosts] = useState(room.hosts);
  const [documents, setDocuments] = useState(room.documents);
  const [problem, setProblem] = useState(noProblem);
  const [isBusy, setBusy] = useState(false);
  const [isSaved, setSaved] = useState(isSavedBefore);
  const settings = useSettings(room, form);

  function change(wish: RoomChange, onChanged: (room: Room) => void): void {
    setBusy(true);
    setSaved(false);
    setProblem(noProblem);
    changeRoom(room.id, wish).then(onChanged, (error: unknown) => {
      setBusy(false);
      setProblem(problemIn(error));
    });
  }

  function saved(now: Room): void {
    setBusy(false);
    setSaved(true);
    setRoom(now);
  }

  function save(event: FormEvent): void {
    event.preventDefault();
    const wish = {
      title,
      settings: settings.values(),
      hosts: { users: hosts.users.map(({ id }) => id), roles: hosts.roles },
      documents: documents.map(({ id }) => id),
      ...(status === room.status ? {} : { status }),
    };
    change(wish, saved);
  }

  return (
    <>
      <form onSubmit={save} className="bluebridge-room-editor">
        <h1>{room.title}</h1>
        <p>
          <a href={room.enterUrl}>{__('Enter the room', 'bluebridge')}</a>
        </p>
        <TextControl
          label={__('Name', 'bluebridge')}
          value={title}
          onChange={setTitle}
          required
          minLength={2}
          maxLength={256}
          __nextHasNoMarginBottom
          __next40pxDefaultSize
        />
        <SelectControl
          label={__('Who sees it', 'bluebridge')}
          value={status}
          options={statuses(mayPublish, room.status)}
          onChange={setStatus}
          __nextHasNoMarginBottom
          __next40pxDefaultSize
        />
        <PresetPicker
          room={room}
          presets={form.presets}
          isBusy={isBusy}
          onUse={(preset) => change({ preset }, onAnew)}
        />
        <Panel>
          {form.sections.map(({ group, label, fields }, index) => (
            <PanelBody key={group} title={label} initialOpen={index === 0}>
              {fields
                .filter(({ name }) => settings.form.isShown(name))
                .map((field) => (
                  <SettingControl
                    key={field.name}
                    field={field}
                    value={settings.form.valueOf(field.name)}
                    problem={problem.ofSettings[field.name]}
                    onChange={(value) => settings.set(field.name, value)}
                  />
                ))}
            </PanelBody>
          ))}
          <PanelBody title={__('Slides', 'bluebridge')} initialOpen={false}>
            <DocumentsSection
              documents={documents}
              limits={form.documentLimits}
              mayUpload={mayUpload}
              onChange={setDocuments}
            />
          </PanelBody>
          <PanelBody title={__('Co-hosts', 'bluebridge')} initialOpen={false}>
            <HostsSection hosts={hosts} roles={form.roles} onChange={setHosts} />
          </PanelBody>
          {room.mayHandOver ? (
            <PanelBody title={__('Hand the room over', 'bluebridge')} initialOpen={false}>
              <OwnerSection
                key={room.author}
                room={room}
                isBusy={isBusy}
                onHandOver={({ id }) =>
                  change({ author: id }, (now) => (now.mayChange ? saved(now) : onGivenAway()))
                }
              />
            </PanelBody>
          ) : null}
          {form.servers.length === 0 ? null : (
            <PanelBody title={__('Meeting server', 'bluebridge')} initialOpen={false}>
              <ServerChoice
                server={room.server ?? ''}
                servers={form.servers}
                isBusy={isBusy}
                onMove={(server) => change({ server }, onAnew)}
              />
            </PanelBody>
          )}
        </Panel>
        <div className="bluebridge-room-editor__deeds">
          <Outcome isSaved={isSaved} problem={problem} room={room} form={form} />
          <Button variant="primary" type="submit" isBusy={isBusy} disabled={isBusy}>
            {__('Save room', 'bluebridge')}
          </Button>
          {room.mayDelete ? (
            <Button variant="tertiary" isDestructive disabled={isBusy} onClick={onRemove}>
              {__('Move to Trash', 'bluebridge')}
            </Button>
          ) : null}
        </div>
      </form>
      {sections.length === 0 ? null : (
        <Panel>
          {sections.map(({ name, title: label, Section }) => (
            <PanelBody key={name} title={label()} initialOpen={false}>
              <Section room={room} />
            </PanelBody>
          ))}
        </Panel>
      )}
    </>
  );
}

/** What came of saving, where the button is: on a phone nothing else is in view. */
function Outcome({
  isSaved,
  problem,
  room,
  form,
}: {
  readonly isSaved: boolean;
  readonly problem: Problem;
  readonly room: Room;
  readonly form: RoomForm;
}) {
  const fields = form.sections.flatMap((section) => section.fields);
  const wrong = fields.filter(({ name }) => problem.ofSettings[name] !== undefined);
  const labelOf = (path: string) => fields.find(({ name }) => name === path)?.label ?? path;
  return (
    <div className="bluebridge-room-editor__outcome" aria-live="polite">
      {isSaved ? (
        <Notice status="info" isDismissible={false}>
          {__('Saved.', 'bluebridge')}
        </Notice>
      ) : null}
      {room.warnings.length === 0 ? null : (
        <Notice status="warning" isDismissible={false}>
          <ul>
            {room.warnings.map(({ path, text }) => (
              <li key={path}>
                {labelOf(path)}: {text}
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {problem.message === '' ? null : (
        <Notice status="error" isDismissible={false}>
          {wrong.length === 0 ? problem.message : null}
          <ul>
            {wrong.map(({ name, label }) => (
              <li key={name}>
                {label}: {problem.ofSettings[name]}
              </li>
            ))}
          </ul>
        </Notice>
      )}
    </div>
  );
}

function statuses(mayPublish: boolean, now: string) {
  const all = [
    { value: 'publish', label: __('Everybody who comes to a page with it', 'bluebridge') },
    { value: 'private', label: __('Only those who lead it', 'bluebridge') },
    { value: 'pending', label: __('Waits for an editor', 'bluebridge') },
    { value: 'draft', label: __('Draft', 'bluebridge') },
  ];
  const toPublish = ['publish', 'private'];
  return all.filter(({ value }) => value === now || mayPublish || !toPublish.includes(value));
}
