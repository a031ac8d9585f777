import { ocs } from '../ocs.ts';
import type { Account, CleanUp, GroupRule } from '../types.ts';
import type { ServerTyped } from './server.ts';

/** Values of settings by their names. */
export type Values = Readonly<Record<string, string | number | boolean>>;

export interface PresetTyped {
  readonly name: string;
  /** What its rooms begin with. */
  readonly settings: Values;
  /** What its rooms cannot change. */
  readonly locks: Values;
  /** Ids of the groups whose people may use it; none for everybody. */
  readonly groups: readonly string[];
}

export interface RoomsWanted {
  readonly search: string;
  readonly archived: '' | 'yes' | 'no';
  /** Rooms that were not used for so many days; 0 for all. */
  readonly unusedDays: number;
  readonly page: number;
}

export interface Deed {
  readonly deed: 'archive' | 'restore' | 'delete' | 'transfer' | 'move';
  readonly ids: readonly number[];
  readonly userId?: string;
  readonly serverId?: string;
}

export const readServers = () => ocs('GET', 'admin/servers');

/** Keeps a server that answers as it should; a new one where no id is given. */
export const keepServer = (id: string, name: string, server: ServerTyped) =>
  id === ''
    ? ocs('POST', 'admin/servers', { name, ...server })
    : ocs('PUT', `admin/servers/${id}`, { name, ...server });

export const removeServer = (id: string) => ocs('DELETE', `admin/servers/${id}`);

export const keepRoutes = (routes: readonly { group: string; server: string }[]) =>
  ocs('PUT', 'admin/routes', { routes });

export const readRules = () => ocs('GET', 'admin/rules');

export const keepGroups = (groups: readonly Omit<GroupRule, 'name'>[]) =>
  ocs('PUT', 'admin/rules/groups', { groups });

export const keepLocks = (locks: Values) => ocs('PUT', 'admin/rules/locks', { locks });

/** Makes a preset where no id is given. */
export const keepPreset = (id: string, preset: PresetTyped) =>
  id === ''
    ? ocs('POST', 'admin/rules/presets', preset)
    : ocs('PUT', `admin/rules/presets/${id}`, preset);

export const removePreset = (id: string) => ocs('DELETE', `admin/rules/presets/${id}`);

export function readAllRooms(wanted: RoomsWanted, signal?: AbortSignal) {
  const query = new URLSearchParams({
    search: wanted.search,
    archived: wanted.archived,
    unusedDays: String(wanted.unusedDays),
    page: String(wanted.page),
  });
  return ocs('GET', `admin/rooms?${query}`, undefined, signal);
}

/** Does something to several rooms; tells of each that it could not be done to, why. */
export const doToRooms = (deed: Deed) => ocs('POST', 'admin/rooms', deed);

/** What was agreed with the provider of seats; null stands for what is usual. */
export type Terms = { [Name in keyof Account['terms']]: number | null };

export const readAccounts = () => ocs('GET', 'admin/accounts');

export const keepAccount = (id: string, terms: Terms) => ocs('PUT', `admin/accounts/${id}`, terms);

export const readCleanUp = () => ocs('GET', 'admin/cleanup');

export const keepCleanUp = (rules: CleanUp) => ocs('PUT', 'admin/cleanup', rules);
