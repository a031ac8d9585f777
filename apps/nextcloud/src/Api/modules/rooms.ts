import type { FieldValue } from '@bluebridge/browser';
import { ocs } from '../ocs.ts';

/** What is to be changed of a room. */
export interface RoomChange {
  readonly name?: string;
  readonly preset?: string;
  readonly settings?: Readonly<Record<string, FieldValue>>;
}

export const readRooms = () => ocs('GET', 'rooms');

export const readRoom = (id: number) => ocs('GET', `rooms/${id}`);

export const makeRoom = (name: string) => ocs('POST', 'rooms', { name });

export const changeRoom = (id: number, change: RoomChange) => ocs('PATCH', `rooms/${id}`, change);

export const removeRoom = (id: number) => ocs('DELETE', `rooms/${id}`);

export const readForm = (id: number) => ocs('GET', `rooms/${id}/form`);

export const cloneRoom = (id: number) => ocs('POST', `rooms/${id}/clone`, {});

export const archiveRoom = (id: number, archived: boolean) =>
  ocs('POST', `rooms/${id}/archive`, { archived });

export const transferRoom = (id: number, userId: string) =>
  ocs('POST', `rooms/${id}/transfer`, { userId });
