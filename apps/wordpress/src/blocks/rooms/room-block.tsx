import { BlockControls, useBlockProps } from '@wordpress/block-editor';
import { Notice, Spinner, ToolbarButton, ToolbarGroup } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import type { ReactNode } from 'react';
import type { DoorSign } from '../../door-sign.ts';
import { usePreviewMode } from './preview-mode.ts';
import { RoomPicker } from './room-picker.tsx';
import type { Room } from './rooms.ts';
import { ServerNotice } from './server-notice.tsx';
import { useRoom } from './use-room.ts';

/** What a block shows of its room. */
export interface ShownRoom {
  readonly room: Room;
  readonly sign: DoorSign | undefined;
  readonly setRoom: (room: Room) => void;
}

interface Props {
  readonly roomId: number;
  /** What the block is called, over the choice of a room. */
  readonly label: string;
  readonly onChoose: (roomId: number) => void;
  /** Draws the block once it has a room. */
  readonly children: (shown: ShownRoom) => ReactNode;
}

/** A block about a room in the editor: choosing or making the room, then the block as readers see it. */
export function RoomBlock({ roomId, label, onChoose, children }: Props) {
  const blockProps = useBlockProps();
  const isPreview = usePreviewMode();
  const { room, sign, isLost, setRoom } = useRoom(isPreview ? 0 : roomId);

  function choose(chosen: Room): void {
    setRoom(chosen);
    onChoose(chosen.id);
  }

  return (
    <div {...blockProps}>
      {isPreview ? (
        children({ room: exampleRoom(), sign: undefined, setRoom })
      ) : roomId === 0 ? (
        <>
          <ServerNotice />
          <RoomPicker label={label} onChoose={choose} />
        </>
      ) : (
        <>
          <BlockControls>
            <ToolbarGroup>
              <ToolbarButton onClick={() => onChoose(0)}>
                {__('Choose another room', 'bluebridge')}
              </ToolbarButton>
            </ToolbarGroup>
          </BlockControls>
          <ServerNotice />
          {room ? (
            children({ room, sign, setRoom })
          ) : isLost ? (
            <Notice status="warning" isDismissible={false}>
              {__('This room is gone, or belongs to somebody else.', 'bluebridge')}
            </Notice>
          ) : (
            <Spinner />
          )}
        </>
      )}
    </div>
  );
}

/** A room for pictures of the block; there is no such room. */
function exampleRoom(): Room {
  const title = __('Mathematics', 'bluebridge');
  return { id: 0, title, status: 'publish', settings: {}, enterUrl: '', mayChange: false };
}
