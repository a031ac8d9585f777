import { registerBlockType } from '@wordpress/blocks';
import { fromShortcodes } from '../old-shortcodes.ts';
import { Edit } from './edit.tsx';
import './style.css';

// Everything else is in block.json, and rendered by PHP.
registerBlockType('bluebridge/recordings', {
  edit: Edit,
  save: () => null,
  transforms: {
    from: fromShortcodes('bluebridge/recordings', [
      'bluebridge_recordings',
      'bigbluebutton',
      'bigbluebutton_recordings',
    ]),
  },
});
