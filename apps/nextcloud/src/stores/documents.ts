import { defineStore } from 'pinia';
import { ref } from 'vue';
import * as api from '../Api/modules/documents.ts';
import type { RoomDocument } from '../Api/types.ts';

/** The files that meetings of the room show. */
export const useDocuments = defineStore('documents', () => {
  const documents = ref<RoomDocument[]>([]);
  let roomId = 0;

  async function load(id: number): Promise<void> {
    if (id !== roomId) documents.value = [];
    roomId = id;
    const loaded = await api.readDocuments(id);
    if (id === roomId) documents.value = loaded;
  }

  /** Adds files of Nextcloud, by their paths. */
  async function add(paths: readonly string[], keep: boolean): Promise<void> {
    const id = roomId;
    const all = await api.addDocuments(id, paths, keep);
    if (id === roomId) documents.value = all;
  }

  async function remove(document: RoomDocument): Promise<void> {
    const id = roomId;
    await api.removeDocument(id, document.id);
    if (id === roomId) documents.value = documents.value.filter((each) => each.id !== document.id);
  }

  return { documents, load, add, remove };
});
