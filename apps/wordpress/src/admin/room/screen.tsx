import { Notice, Spinner } from '@wordpress/components';
import { useEffect, useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { messageOf, whileCurrent } from '../../asking.ts';
import { NewRoom } from './new-room.tsx';
import { type Named, readRoomAndForm, removeRoom, type Room, type RoomForm } from './rest.ts';
import { RoomEditor } from './room-editor.tsx';

/** What PHP tells the screen. */
export interface ScreenFacts {
  /** 0: a room is to be made. */
  readonly roomId: number;
  readonly listAddress: string;
  readonly screenAddress: string;
  readonly mayPublish: boolean;
  readonly mayUpload: boolean;
  /** What a new room can begin with. */
  readonly presets: readonly Named[];
}

/** The screen of a room: making one, then everything that can be said of it. */
export function RoomScreen({ facts }: { readonly facts: ScreenFacts }) {
  const [id, setId] = useState(facts.roomId);
  const [read, setRead] = useState<{ room: Room; form: RoomForm; time: number } | null>(null);
  const [times, setTimes] = useState(0);
  const [problem, setProblem] = useState('');

  useEffect(() => {
    if (id === 0) return;
    const take = (found: { room: Room; form: RoomForm }) => setRead({ ...found, time: times });
    return whileCurrent(readRoomAndForm(id), take, setProblem);
  }, [id, times]);

  function made(room: Room): void {
    const address = new URL(facts.screenAddress);
    address.searchParams.set('room', String(room.id));
    history.replaceState(null, '', address);
    setId(room.id);
  }

  function remove(): void {
    removeRoom(id).then(
      () => location.assign(facts.listAddress),
      (error: unknown) => setProblem(messageOf(error)),
    );
  }

  if (problem !== '') {
    return (
      <Notice status="error" isDismissible={false}>
        {problem} <a href={facts.listAddress}>{__('All rooms', 'bluebridge')}</a>
      </Notice>
    );
  }
  if (id === 0) return <NewRoom presets={facts.presets} onMade={made} />;
  if (read === null) return <Spinner />;
  return (
    <RoomEditor
      // With another preset it is another form.
      key={read.time}
      room={read.room}
      form={read.form}
      mayPublish={facts.mayPublish}
      mayUpload={facts.mayUpload}
      isSavedBefore={read.time > 0}
      onAnew={() => setTimes(times + 1)}
      onGivenAway={() => location.assign(facts.listAddress)}
      onRemove={remove}
    />
  );
}
