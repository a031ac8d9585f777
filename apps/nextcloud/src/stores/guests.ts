import { defineStore } from 'pinia';
import { ref } from 'vue';
import * as api from '../Api/modules/guests.ts';
import type { GuestAccess, PersonalLink } from '../Api/types.ts';

/** How people without an account come into the room that is looked at. */
export const useGuests = defineStore('guests', () => {
  const access = ref<GuestAccess>();
  const links = ref<PersonalLink[]>([]);
  let roomId = 0;

  async function load(id: number): Promise<void> {
    if (id !== roomId) {
      access.value = undefined;
      links.value = [];
    }
    roomId = id;
    const [loaded, loadedLinks] = await Promise.all([api.readAccess(id), api.readLinks(id)]);
    if (id !== roomId) return;
    access.value = loaded;
    links.value = loadedLinks;
  }

  async function change(wish: api.AccessChange): Promise<void> {
    const id = roomId;
    const changed = await api.changeAccess(id, wish);
    if (id === roomId) access.value = changed;
  }

  /** Makes a link, and keeps its address for as long as the page shows the room. */
  async function makeLink(link: Parameters<typeof api.makeLink>[1]): Promise<void> {
    const id = roomId;
    const made = await api.makeLink(id, link);
    if (id === roomId) links.value = [...links.value, made];
  }

  async function removeLink(link: PersonalLink): Promise<void> {
    const id = roomId;
    await api.removeLink(id, link.id);
    if (id === roomId) links.value = links.value.filter((each) => each.id !== link.id);
  }

  return { access, links, load, change, makeLink, removeLink };
});
