import { __ } from '@wordpress/i18n';
import type { RoomDocument } from './rest.ts';

/** WordPress' own dialog of the media library, as far as it is used here. */
interface MediaFrame {
  on(event: 'select' | 'close', listener: () => void): void;
  open(): void;
  state(): { get(name: 'selection'): { toJSON(): readonly MediaFile[] } };
}

interface MediaFile {
  readonly id: number;
  readonly filename: string;
  readonly filesizeInBytes?: number;
}

declare const wp: { readonly media: (options: Record<string, unknown>) => MediaFrame };

/** Lets somebody choose files; none when they close the dialog. */
export function chooseFiles(): Promise<readonly RoomDocument[]> {
  return new Promise((resolve) => {
    const frame = wp.media({
      title: __('Slides for this room', 'bluebridge'),
      button: { text: __('Use in this room', 'bluebridge') },
      multiple: 'add',
    });
    frame.on('select', () => {
      const files = frame.state().get('selection').toJSON();
      resolve(
        files.map(({ id, filename, filesizeInBytes = 0 }) => ({
          id,
          name: filename,
          size: filesizeInBytes,
          isThere: true,
        })),
      );
    });
    // Comes after `select`, where something was chosen.
    frame.on('close', () => setTimeout(() => resolve([]), 0));
    frame.open();
  });
}
