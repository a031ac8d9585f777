import { InspectorControls } from '@wordpress/block-editor';
import type { BlockEditProps } from '@wordpress/blocks';
import { __ } from '@wordpress/i18n';
import { RoomBlock } from '../rooms/room-block.tsx';
import { RoomPanel } from './room-panel.tsx';
import { RoomPreview } from './room-preview.tsx';

interface Attributes {
  readonly roomId: number;
}

/** The block in the editor: the room as readers see it, and who comes in beside it. */
export function Edit({ attributes, setAttributes }: BlockEditProps<Attributes>) {
  return (
    <RoomBlock
      roomId={attributes.roomId}
      label={__('Room', 'bluebridge')}
      onChoose={(roomId) => setAttributes({ roomId })}
    >
      {({ room, sign, setRoom }) => (
        <>
          <InspectorControls>
            <RoomPanel room={room} onChange={setRoom} />
          </InspectorControls>
          <RoomPreview room={room} sign={sign} />
        </>
      )}
    </RoomBlock>
  );
}
