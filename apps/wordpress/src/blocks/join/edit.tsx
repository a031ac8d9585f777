import { InspectorControls } from '@wordpress/block-editor';
import type { BlockEditProps } from '@wordpress/blocks';
import { PanelBody, ToggleControl } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import { ButtonPreview } from '../room/room-preview.tsx';
import { RoomBlock } from '../rooms/room-block.tsx';

interface Attributes {
  readonly roomId: number;
  readonly showsState: boolean;
}

/** The block in the editor: the button as readers see it. */
export function Edit({ attributes, setAttributes }: BlockEditProps<Attributes>) {
  const { roomId, showsState } = attributes;
  return (
    <RoomBlock
      roomId={roomId}
      label={__('Join button', 'bluebridge')}
      onChoose={(chosen) => setAttributes({ roomId: chosen })}
    >
      {({ room, sign }) => (
        <>
          <InspectorControls>
            <PanelBody title={room.title}>
              <ToggleControl
                label={__('Show whether the room is open', 'bluebridge')}
                checked={showsState}
                onChange={(value) => setAttributes({ showsState: value })}
                __nextHasNoMarginBottom
              />
            </PanelBody>
          </InspectorControls>
          <div className={sign?.open ? 'bluebridge-join is-open' : 'bluebridge-join'}>
            <ButtonPreview sign={sign} />
            {showsState ? (
              <p className="bluebridge-room__state">
                {sign?.state ?? __('Not open yet', 'bluebridge')}
              </p>
            ) : null}
          </div>
        </>
      )}
    </RoomBlock>
  );
}
