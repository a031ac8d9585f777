import { loadState } from '@nextcloud/initial-state';
import { defineStore } from 'pinia';
import { computed, ref } from 'vue';
import * as api from '../Api/modules/rooms.ts';
import type { DocumentLimits, Room } from '../Api/types.ts';

/** What the server says with the page, so that nothing has to be asked for first. */
interface PageState {
  readonly rooms: readonly Room[];
  readonly mayCreate: boolean;
  readonly serverIsSet: boolean;
  readonly isAdmin: boolean;
  /** Whether pages may wait to be told what is new. */
  readonly hasPush: boolean;
  /** Which files meetings show. */
  readonly documentLimits: DocumentLimits;
}

const nothing: PageState = {
  rooms: [],
  mayCreate: false,
  serverIsSet: false,
  isAdmin: false,
  hasPush: false,
  documentLimits: { most: 0, maxBytes: 0, kinds: [] },
};

/** The rooms somebody owns or is a member of. */
export const useRooms = defineStore('rooms', () => {
  const page = loadState<PageState>('bluebridge', 'page', nothing);
  const { mayCreate, serverIsSet, isAdmin, hasPush, documentLimits } = page;
  const byId = ref(new Map(page.rooms.map((room) => [room.id, room])));

  const sorted = computed(() =>
    [...byId.value.values()].toSorted((a, b) => a.name.localeCompare(b.name)),
  );
  const active = computed(() => sorted.value.filter(({ isArchived }) => !isArchived));
  const archived = computed(() => sorted.value.filter(({ isArchived }) => isArchived));

  function keep(room: Room): Room {
    byId.value.set(room.id, room);
    return room;
  }

  async function load(): Promise<void> {
    const rooms = await api.readRooms();
    byId.value = new Map(rooms.map((room) => [room.id, room]));
  }

  /** Deletes a room; its page is left first, so that it does not miss the room. */
  async function remove(id: number, leave: () => Promise<unknown> = async () => {}): Promise<void> {
    await api.removeRoom(id);
    await leave();
    byId.value.delete(id);
  }

  return {
    mayCreate,
    serverIsSet,
    isAdmin,
    hasPush,
    documentLimits,
    active,
    archived,
    find: (id: number) => byId.value.get(id),
    keep,
    load,
    remove,
    read: async (id: number) => keep(await api.readRoom(id)),
    make: async (name: string) => keep(await api.makeRoom(name)),
    change: async (id: number, change: api.RoomChange) => keep(await api.changeRoom(id, change)),
    clone: async (id: number) => keep(await api.cloneRoom(id)),
    archive: async (id: number, away: boolean) => keep(await api.archiveRoom(id, away)),
    transfer: async (id: number, userId: string) => keep(await api.transferRoom(id, userId)),
  };
});
