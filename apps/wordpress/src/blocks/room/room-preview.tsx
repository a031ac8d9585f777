import { __ } from '@wordpress/i18n';
import type { DoorSign } from '../../door-sign.ts';
import type { Room } from '../rooms/rooms.ts';

interface Props {
  readonly room: Room;
  readonly sign: DoorSign | undefined;
}

/** The room as readers see it, without anything to press. */
export function RoomPreview({ room, sign }: Props) {
  return (
    <div className={sign?.open ? 'bluebridge-room is-open' : 'bluebridge-room'}>
      <p className="bluebridge-room__name">{room.title}</p>
      <p className="bluebridge-room__state">
        {room.status === 'publish'
          ? (sign?.state ?? __('Not open yet', 'bluebridge'))
          : __('Only you see this room until it is published.', 'bluebridge')}
      </p>
      <ButtonPreview sign={sign} />
    </div>
  );
}

/** The button as readers see it. */
export function ButtonPreview({ sign }: Pick<Props, 'sign'>) {
  return (
    <span className="bluebridge-room__button wp-element-button">
      {sign?.entry.label ?? __('Join room', 'bluebridge')}
    </span>
  );
}
