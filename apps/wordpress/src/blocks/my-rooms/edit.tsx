import { InspectorControls, useBlockProps } from '@wordpress/block-editor';
import type { BlockEditProps } from '@wordpress/blocks';
import { PanelBody, RangeControl, Spinner } from '@wordpress/components';
import { useEffect, useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { whileCurrent } from '../../asking.ts';
import { ButtonPreview } from '../room/room-preview.tsx';
import { usePreviewMode } from '../rooms/preview-mode.ts';
import { listRooms, type Room } from '../rooms/rooms.ts';
import { ServerNotice } from '../rooms/server-notice.tsx';

interface Attributes {
  readonly most: number;
}

/** The block in the editor: with the rooms of whoever writes, as an example of what readers see. */
export function Edit({ attributes, setAttributes }: BlockEditProps<Attributes>) {
  const { most } = attributes;
  const blockProps = useBlockProps();
  const titles = useOwnTitles(usePreviewMode());
  return (
    <div {...blockProps}>
      <InspectorControls>
        <PanelBody title={__('My rooms', 'bluebridge')}>
          <RangeControl
            label={__('How many rooms at most', 'bluebridge')}
            value={most}
            min={1}
            max={20}
            onChange={(value) => setAttributes({ most: value ?? 6 })}
            __nextHasNoMarginBottom
            __next40pxDefaultSize
          />
        </PanelBody>
      </InspectorControls>
      <ServerNotice />
      <div className="bluebridge-my-rooms">
        {titles === undefined ? (
          <Spinner />
        ) : titles.length === 0 ? (
          <p>{__('You have no rooms yet. Everybody sees their own here.', 'bluebridge')}</p>
        ) : (
          <ul>
            {titles.slice(0, most).map(([id, title]) => (
              <li key={id}>
                <p className="bluebridge-room__name">{title}</p>
                <ButtonPreview sign={undefined} />
              </li>
            ))}
          </ul>
        )}
      </div>
    </div>
  );
}

/** Gives the names of this person's rooms with their numbers, once they are known. */
function useOwnTitles(isPreview: boolean): readonly (readonly [number, string])[] | undefined {
  const [titles, setTitles] = useState<readonly (readonly [number, string])[]>();
  useEffect(() => {
    if (isPreview) return;
    const take = (rooms: readonly Room[]) => setTitles(rooms.map(({ id, title }) => [id, title]));
    return whileCurrent(listRooms(''), take, () => setTitles([]));
  }, [isPreview]);
  return isPreview
    ? [
        [1, __('Mathematics', 'bluebridge')],
        [2, __('Office hours', 'bluebridge')],
      ]
    : titles;
}
