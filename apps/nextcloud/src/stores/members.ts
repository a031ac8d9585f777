import { defineStore } from 'pinia';
import { ref } from 'vue';
import * as api from '../Api/modules/members.ts';
import type { Member, MemberRole, Person } from '../Api/types.ts';

/** The members of the room that is looked at. */
export const useMembers = defineStore('members', () => {
  const members = ref<Member[]>([]);
  let roomId = 0;

  async function load(id: number): Promise<void> {
    if (id !== roomId) members.value = [];
    roomId = id;
    const loaded = await api.readMembers(id);
    if (id === roomId) members.value = loaded;
  }

  /** Adds somebody; a link of their own, which is told only now, stays until `leave`. */
  async function add(person: Person, role: MemberRole): Promise<void> {
    const id = roomId;
    const added = await api.addMember(id, person, role);
    if (id !== roomId) return;
    members.value = [...members.value.filter((each) => each.id !== added.id), added];
  }

  async function change(member: Member, role: MemberRole): Promise<void> {
    const id = roomId;
    const changed = await api.changeMember(id, member.id, role);
    if (id !== roomId) return;
    members.value = members.value.map((each) =>
      each.id === changed.id ? { ...each, ...changed } : each,
    );
  }

  async function remove(member: Member): Promise<void> {
    const id = roomId;
    await api.removeMember(id, member.id);
    if (id === roomId) members.value = members.value.filter((each) => each.id !== member.id);
  }

  /** Forgets the room, and with it the links that were told. */
  function leave(): void {
    roomId = 0;
    members.value = [];
  }

  return { members, load, add, change, remove, leave };
});
