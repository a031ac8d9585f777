import apiFetch from '@wordpress/api-fetch';
import type { VisibleTo } from '../../recordings/visible-to.ts';

/** A recording as the REST API gives it to those who lead its room. */
export interface Recording {
  readonly id: number;
  readonly name: string;
  readonly moment: string;
  readonly length: string;
  readonly stateText: string;
  readonly formats: readonly {
    readonly verb: string;
    readonly label: string;
    readonly url: string;
  }[];
  readonly actions: readonly string[];
}

export interface Recordings {
  readonly recordings: readonly Recording[];
  readonly total: number;
  readonly isBehind: boolean;
  readonly visibleTo: VisibleTo;
}

/** What somebody looks for. */
export interface Wanted {
  readonly search: string;
  readonly sort: string;
  readonly page: number;
}

/** How many are shown at once. */
export const perPage = 20;

/** Reads the recordings of a room. Asks no server. */
export function readRecordings(room: number, wanted: Wanted): Promise<Recordings> {
  const { search, sort, page } = wanted;
  const query = { search, sort, page: String(page), per_page: String(perPage) };
  return apiFetch({ path: `${pathOf(room)}?${new URLSearchParams(query).toString()}` });
}

/** Has the server asked now, unless it was asked just before. */
export function refreshRecordings(room: number, wanted: Wanted): Promise<Recordings> {
  const data = { ...wanted, per_page: perPage };
  return apiFetch({ path: `${pathOf(room)}/refresh`, method: 'POST', data });
}

/** Says to whom a room shows its recordings. */
export function showRecordingsTo(room: number, visibleTo: VisibleTo): Promise<Recordings> {
  return apiFetch({ path: pathOf(room), method: 'PATCH', data: { visibleTo } });
}

/** Changes a recording. Gives what came of it, in words. */
export function changeRecording(
  room: number,
  { id }: Recording,
  wish: Readonly<Record<string, string | boolean>>,
): Promise<{ readonly message: string }> {
  return apiFetch({ path: `${pathOf(room)}/${id}`, method: 'PATCH', data: wish });
}

/** Deletes a recording for good. */
export function deleteRecording(
  room: number,
  { id }: Recording,
): Promise<{ readonly message: string }> {
  return apiFetch({ path: `${pathOf(room)}/${id}`, method: 'DELETE', data: { force: true } });
}

function pathOf(room: number): string {
  return `/bluebridge/v1/rooms/${room}/recordings`;
}
