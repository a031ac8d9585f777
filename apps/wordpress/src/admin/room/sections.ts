import { __ } from '@wordpress/i18n';
import type { ComponentType } from 'react';
import { AccessSection } from './access.tsx';
import { RecordingsSection } from './recordings.tsx';
import type { Room } from './rest.ts';

/** A part of the screen that reads and saves by itself. It is made when somebody opens it. */
export interface RoomSection {
  readonly name: string;
  readonly title: () => string;
  readonly Section: ComponentType<{ readonly room: Room }>;
}

/** The parts of other features, in the order they are shown. */
export const sections: readonly RoomSection[] = [
  {
    name: 'access',
    title: () => __('Roles, codes and invitations', 'bluebridge'),
    Section: AccessSection,
  },
  {
    name: 'recordings',
    title: () => __('Recordings', 'bluebridge'),
    Section: RecordingsSection,
  },
];
