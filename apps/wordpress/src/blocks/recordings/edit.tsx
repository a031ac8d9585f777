import { BlockControls, InspectorControls, useBlockProps } from '@wordpress/block-editor';
import type { BlockEditProps } from '@wordpress/blocks';
import {
  ComboboxControl,
  Notice,
  PanelBody,
  Placeholder,
  RangeControl,
  SelectControl,
  Spinner,
  ToggleControl,
  ToolbarButton,
  ToolbarGroup,
} from '@wordpress/components';
import { RawHTML, useEffect, useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { messageOf, whileCurrent } from '../../asking.ts';
import { listRooms, type Room } from '../rooms/rooms.ts';
import { audiences, type VisibleTo } from '../../recordings/visible-to.ts';
import { type Listing, readRecordings, showTo } from './listing.ts';

interface Attributes {
  readonly roomId: number;
  readonly number: number;
  readonly showSearch: boolean;
}

/** The block in the editor: choosing a room, then its recordings as those who lead it see them. */
export function Edit({ attributes, setAttributes }: BlockEditProps<Attributes>) {
  const { roomId } = attributes;
  const blockProps = useBlockProps({ className: 'bluebridge-recordings' });
  return (
    <div {...blockProps}>
      {roomId === 0 ? (
        <RoomChoice onChoose={(room) => setAttributes({ roomId: room.id })} />
      ) : (
        // What is known of one room must not be taken for what holds for another.
        <Recordings key={roomId} attributes={attributes} setAttributes={setAttributes} />
      )}
    </div>
  );
}

function Recordings({ attributes, setAttributes }: BlockEditProps<Attributes>) {
  const { roomId, number, showSearch } = attributes;
  const [listing, setListing] = useState<Listing | null>(null);
  const [problem, setProblem] = useState('');

  useEffect(() => {
    setProblem('');
    return whileCurrent(readRecordings(roomId, number), setListing, setProblem);
  }, [roomId, number]);

  function show(visibleTo: VisibleTo): void {
    if (listing === null) return;
    // What was chosen is seen at once, and taken back when it could not be saved.
    setListing({ ...listing, visibleTo });
    setProblem('');
    showTo(roomId, visibleTo).catch((error: unknown) => {
      setListing(listing);
      setProblem(messageOf(error));
    });
  }

  return (
    <>
      <BlockControls>
        <ToolbarGroup>
          <ToolbarButton onClick={() => setAttributes({ roomId: 0 })}>
            {__('Choose another room', 'bluebridge')}
          </ToolbarButton>
        </ToolbarGroup>
      </BlockControls>
      <InspectorControls>
        <PanelBody title={__('Recordings', 'bluebridge')}>
          {listing === null ? null : (
            <SelectControl
              label={__('Shown to', 'bluebridge')}
              help={__('Holds for the room, wherever its recordings are shown.', 'bluebridge')}
              value={listing.visibleTo}
              options={audiences()}
              onChange={(value) => show(value as VisibleTo)}
              __nextHasNoMarginBottom
              __next40pxDefaultSize
            />
          )}
          <RangeControl
            label={__('Recordings per page', 'bluebridge')}
            value={number}
            min={1}
            max={100}
            onChange={(value) => setAttributes({ number: value ?? 10 })}
            __nextHasNoMarginBottom
            __next40pxDefaultSize
          />
          <ToggleControl
            label={__('Readers can search', 'bluebridge')}
            checked={showSearch}
            onChange={(value) => setAttributes({ showSearch: value })}
            __nextHasNoMarginBottom
          />
        </PanelBody>
      </InspectorControls>
      {problem === '' ? null : (
        <Notice status="warning" isDismissible={false}>
          {problem}
        </Notice>
      )}
      {listing === null ? (
        problem === '' && <Spinner />
      ) : (
        <div inert>
          <RawHTML>{`<ul class="bluebridge-recordings__list">${listing.rendered}</ul>`}</RawHTML>
        </div>
      )}
    </>
  );
}

function RoomChoice({ onChoose }: { readonly onChoose: (room: Room) => void }) {
  const [search, setSearch] = useState('');
  const [rooms, setRooms] = useState<readonly Room[]>([]);
  const [problem, setProblem] = useState('');

  useEffect(() => whileCurrent(listRooms(search), setRooms, setProblem), [search]);

  return (
    <Placeholder
      icon="playlist-video"
      label={__('Recordings', 'bluebridge')}
      instructions={__('Choose the room whose recordings are shown here.', 'bluebridge')}
    >
      {problem === '' ? null : (
        <Notice status="error" onRemove={() => setProblem('')}>
          {problem}
        </Notice>
      )}
      <ComboboxControl
        label={__('Room', 'bluebridge')}
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
    </Placeholder>
  );
}
