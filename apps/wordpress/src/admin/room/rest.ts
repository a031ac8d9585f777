import apiFetch from '@wordpress/api-fetch';
import type { FieldValue } from '@bluebridge/browser';
import { messageOf } from '../../asking.ts';

export type SettingValues = Readonly<Record<string, FieldValue>>;

/** A file of the media library that meetings of a room show. */
export interface RoomDocument {
  readonly id: number;
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  /** Whether meetings can show it: it may be gone, or nobody's to read any more. */
  readonly isThere: boolean;
}

export interface Person {
  readonly id: number;
  readonly name: string;
}

export interface Hosts {
  readonly users: readonly Person[];
  /** Names of WordPress' roles. */
  readonly roles: readonly string[];
}

/** A room as the REST API gives it. */
export interface Room {
  readonly id: number;
  /** Number of the person the room belongs to. */
  readonly author: number;
  readonly authorName: string;
  readonly title: string;
  readonly status: string;
  /** What holds; absent settings are as usual. */
  readonly settings: SettingValues;
  /** What is odd about the settings, in words. */
  readonly warnings: readonly { readonly path: string; readonly text: string }[];
  readonly preset: string;
  readonly hosts: Hosts;
  readonly documents: readonly RoomDocument[];
  readonly enterUrl: string;
  readonly mayChange: boolean;
  readonly mayHandOver: boolean;
  readonly mayDelete: boolean;
  /** On which server it meets; told to administrators. */
  readonly server?: string;
}

export interface SettingField {
  readonly name: string;
  readonly control: 'text' | 'block' | 'number' | 'switch' | 'choice' | 'date' | 'url' | 'colour';
  readonly label: string;
  readonly help: string;
  readonly default?: FieldValue;
  readonly min?: number;
  readonly max?: number;
  readonly values?: readonly { readonly value: string; readonly label: string }[];
  readonly onlyIf?: string;
  /** What an administrator fixed. */
  readonly lockedTo?: FieldValue;
}

export interface Named {
  readonly id: string;
  readonly name: string;
}

/** What can be said of a room. */
export interface RoomForm {
  readonly sections: readonly {
    readonly group: string;
    readonly label: string;
    readonly fields: readonly SettingField[];
  }[];
  readonly presets: readonly Named[];
  readonly roles: readonly Named[];
  /** Which servers there are to choose from; none for most. */
  readonly servers: readonly Named[];
  readonly documentLimits: {
    readonly most: number;
    readonly maxBytes: number;
    /** Endings of names. */
    readonly kinds: readonly string[];
  };
}

/** What is to be changed of a room. */
export interface RoomChange {
  readonly title?: string;
  readonly status?: string;
  readonly preset?: string;
  readonly settings?: SettingValues;
  readonly hosts?: { readonly users: readonly number[]; readonly roles: readonly string[] };
  readonly documents?: readonly number[];
  /** Who the room is handed over to. */
  readonly author?: number;
  readonly server?: string;
}

const rooms = '/bluebridge/v1/rooms';

/** Makes a room; an empty preset is the usual. */
export function makeRoom(title: string, preset: string): Promise<Room> {
  const data = preset === '' ? { title } : { title, preset };
  return apiFetch({ path: rooms, method: 'POST', data });
}

/** Reads a room with what can be said of it. */
export async function readRoomAndForm(
  id: number,
): Promise<{ readonly room: Room; readonly form: RoomForm }> {
  const [room, form] = await Promise.all([
    apiFetch<Room>({ path: `${rooms}/${id}` }),
    apiFetch<RoomForm>({ path: `${rooms}/${id}/form` }),
  ]);
  return { room, form };
}

export function changeRoom(id: number, change: RoomChange): Promise<Room> {
  return apiFetch({ path: `${rooms}/${id}`, method: 'PATCH', data: change });
}

/** Puts a room into the bin. */
export function removeRoom(id: number): Promise<unknown> {
  return apiFetch({ path: `${rooms}/${id}`, method: 'DELETE' });
}

/** Finds people by a part of their name. */
export function findPeople(search: string): Promise<readonly Person[]> {
  const query = new URLSearchParams({ search });
  return apiFetch({ path: `/bluebridge/v1/people?${query.toString()}` });
}

/** What went wrong, in words: as a whole, and by the name of a setting. */
export interface Problem {
  readonly message: string;
  readonly ofSettings: Readonly<Record<string, string>>;
}

export const noProblem: Problem = { message: '', ofSettings: {} };

/** Reads what a failed request says. */
export function problemIn(error: unknown): Problem {
  const { data } = (error ?? {}) as {
    data?: { violations?: readonly { readonly path: string; readonly text: string }[] };
  };
  const remarks = data?.violations ?? [];
  return {
    message: messageOf(error),
    ofSettings: Object.fromEntries(remarks.map(({ path, text }) => [path, text])),
  };
}
