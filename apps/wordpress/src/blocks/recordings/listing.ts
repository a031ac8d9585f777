import apiFetch from '@wordpress/api-fetch';
import type { VisibleTo } from '../../recordings/visible-to.ts';

/** The recordings of a room, as the REST API gives them to those who lead it. */
export interface Listing {
  readonly total: number;
  readonly visibleTo: VisibleTo;
  /** Written by the templates of the plugin, which escape what is in it. */
  readonly rendered: string;
}

/** Reads the recordings of a room. Rejects when they are somebody else's. */
export function readRecordings(roomId: number, number: number): Promise<Listing> {
  const query = new URLSearchParams({ per_page: String(number), rendered: 'true' });
  return apiFetch({ path: `${pathOf(roomId)}?${query.toString()}` });
}

/** Says to whom a room shows its recordings. */
export function showTo(roomId: number, visibleTo: VisibleTo): Promise<Listing> {
  return apiFetch({ path: pathOf(roomId), method: 'PATCH', data: { visibleTo } });
}

function pathOf(roomId: number): string {
  return `/bluebridge/v1/rooms/${roomId}/recordings`;
}
