import type { Generated } from 'kysely';

export interface RoomRow {
  id: string;
  platform_id: string;
  deployment_id: string;
  /** Empty where the platform names no course. */
  context_id: string;
  /** Why it was made; with the course it makes the room unique. */
  made_for: string;
  meeting_id: string;
  title: string;
  context_title: string;
  /** JSON of the settings that differ from the usual ones. */
  settings: string;
  group_key: string;
  source_room_id: string | null;
  preset_id: string | null;
  /** Counts the changes of the settings, so that nobody overwrites what they have not seen. */
  settings_version: Generated<number>;
  /** JSON of the weekly hours; null: always open. */
  opening_hours: string | null;
  group_use: Generated<'none' | 'breakout' | 'separate' | 'visible'>;
  created_at: number;
}

export interface PresetRow {
  id: string;
  /** Empty, like the deployment, where it is for all. */
  platform_id: string;
  deployment_id: string;
  name: string;
  /** JSON of its values. */
  setting_values: string;
  /** JSON list of the names that rooms cannot change. */
  locked: string;
  is_default: number;
  created_at: number;
}

export interface RoomDocumentRow {
  id: string;
  room_id: string;
  name: string;
  /** Media type. */
  type: string;
  size: number;
  position: number;
  content: Uint8Array;
  added_at: number;
}
