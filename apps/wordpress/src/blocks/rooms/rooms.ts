import apiFetch from '@wordpress/api-fetch';
import type { DoorSign } from '../../door-sign.ts';

/** A room as the REST API gives it to those who lead it. */
export interface Room {
  readonly id: number;
  readonly title: string;
  readonly status: string;
  readonly settings: RoomSettings;
  readonly enterUrl: string;
  /** Co-hosts may not. */
  readonly mayChange: boolean;
}

/** What a room says; what is absent is as usual. */
export type RoomSettings = Readonly<Record<string, string | number | boolean>>;

const rooms = '/bluebridge/v1/rooms';

/** Lists the rooms that this person leads, the latest first. */
export function listRooms(search: string): Promise<readonly Room[]> {
  const query = new URLSearchParams({ search, per_page: '20' });
  return apiFetch({ path: `${rooms}?${query.toString()}` });
}

/** Reads a room. Rejects when it is gone, or somebody else's. */
export function readRoom(id: number): Promise<Room> {
  return apiFetch({ path: `${rooms}/${id}` });
}

/** Reads how the meeting of a room stands. */
export function readSign(id: number): Promise<DoorSign> {
  return apiFetch({ path: `${rooms}/${id}/status` });
}

/** Makes a room of this person. */
export function addRoom(title: string, settings: RoomSettings): Promise<Room> {
  return apiFetch({ path: rooms, method: 'POST', data: { title, settings } });
}

/** Changes what a room says; all of it is given. */
export function changeSettings(id: number, settings: RoomSettings): Promise<Room> {
  return apiFetch({ path: `${rooms}/${id}`, method: 'PATCH', data: { settings } });
}
