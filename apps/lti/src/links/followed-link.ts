import type { LinkPlace } from '../storage/links.ts';
import type { RoomTitles } from '../storage/rooms.ts';

/** A link that was followed, as the launch said. */
export interface FollowedLink extends LinkPlace {
  readonly titles: RoomTitles;
  /** Values of the link and of the tool; those the platform left open are not in. */
  readonly custom: Readonly<Record<string, string>>;
  /** Who follows it, for the record of what was done. */
  readonly userID: string;
  /** Whether values such as histories can only come from the platform, not from a teacher. */
  readonly toolValuesAreSafe: boolean;
}

/** Why a room was made that belongs to one link. */
export function madeForLink({ resourceLinkId }: LinkPlace): string {
  return `link:${resourceLinkId}`;
}
