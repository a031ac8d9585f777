import { registerBlockType } from '@wordpress/blocks';
import { fromShortcodes } from '../old-shortcodes.ts';
import { Edit } from './edit.tsx';

// Its style and its module are those of the room block.
registerBlockType('bluebridge/join', {
  edit: Edit,
  save: () => null,
  transforms: { from: fromShortcodes('bluebridge/join', ['bluebridge_join']) },
});
