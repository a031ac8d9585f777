import { defineStore } from 'pinia';
import { ref } from 'vue';
import * as api from '../Api/modules/recordings.ts';
import type { Recording } from '../Api/types.ts';

/** The recordings of the room that is looked at. */
export const useRecordings = defineStore('recordings', () => {
  const recordings = ref<Recording[]>([]);
  /** Ids of those that are deleted, while the meeting server still lists them. */
  const leaving = ref<readonly string[]>([]);
  let roomId = 0;
  let asked = 0;

  async function load(id: number, search = ''): Promise<void> {
    if (id !== roomId) {
      recordings.value = [];
      leaving.value = [];
    }
    roomId = id;
    asked += 1;
    const question = asked;
    const { recordings: loaded, askAfter } = await api.readRecordings(id, search);
    // Answers may overtake each other while somebody types.
    if (question !== asked) return;
    recordings.value = loaded;
    if (askAfter !== undefined) setTimeout(() => void lookAgain(question, search), askAfter);
  }

  /** Reads what the meeting server has said meanwhile, unless somebody has asked for something else. */
  async function lookAgain(question: number, search: string): Promise<void> {
    if (question !== asked) return;
    try {
      await load(roomId, search);
    } catch {
      // What is shown is right enough, and the next visit asks again.
    }
  }

  /** Tells whether the meeting server shows the change already. */
  async function change(recordID: string, wish: api.RecordingChange): Promise<boolean> {
    const changed = await api.changeRecording(roomId, recordID, wish);
    recordings.value = recordings.value.map((each) =>
      each.recordID === recordID ? changed : each,
    );
    return changed.isConfirmed ?? true;
  }

  async function remove(recordID: string): Promise<void> {
    const { isConfirmed } = await api.removeRecording(roomId, recordID);
    if (isConfirmed) {
      recordings.value = recordings.value.filter((each) => each.recordID !== recordID);
    } else {
      leaving.value = [...leaving.value, recordID];
    }
  }

  return {
    recordings,
    leaving,
    load,
    change,
    remove,
    readCaptions: (recordID: string) => api.readCaptions(roomId, recordID),
    addCaptions: (recordID: string, captions: Parameters<typeof api.addCaptions>[2]) =>
      api.addCaptions(roomId, recordID, captions),
    save: (recordID: string, where: Parameters<typeof api.saveRecording>[2]) =>
      api.saveRecording(roomId, recordID, where),
  };
});
