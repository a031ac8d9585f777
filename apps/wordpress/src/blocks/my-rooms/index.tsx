import { registerBlockType } from '@wordpress/blocks';
import { fromShortcodes } from '../old-shortcodes.ts';
import { Edit } from './edit.tsx';

// Its style and its module are those of the room block.
registerBlockType('bluebridge/my-rooms', {
  edit: Edit,
  save: () => null,
  transforms: {
    from: fromShortcodes('bluebridge/my-rooms', ['bluebridge_my_rooms'], ({ named }) => [
      named['most'] === undefined ? {} : { most: Number(named['most']) || 6 },
    ]),
  },
});
