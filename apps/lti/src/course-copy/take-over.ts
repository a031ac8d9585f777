import type { Storage } from '../storage/database.ts';
import { beginningIn } from '../storage/presets.ts';
import type { CopyChoice } from '../storage/room-copies.ts';
import type { RoomRevision, StoredRoom } from '../storage/rooms.ts';

/**
 * What a copy keeps of its source's settings: all but its access codes, which nobody here knows. Of
 * a copy that is not sure, also not what is for moderators alone.
 */
export function settingsLike(source: StoredRoom, isSure: boolean): RoomRevision {
  const { hasViewerCode: _viewers, hasModeratorCode: _moderators, ...settings } = source.settings;
  const { moderatorOnlyMessage: _message, ...forEverybody } = settings;
  const { presetId, openingHours } = source;
  return { settings: isSure ? settings : forEverybody, presetId, openingHours };
}

interface Copied {
  readonly source: StoredRoom;
  readonly room: StoredRoom;
  /** Whether it is certain that the one is a copy of the other. */
  readonly isSure: boolean;
}

/**
 * Makes the settings, slides and use of groups of a room those of its source, or those of a new
 * room. A shared room stays as it is.
 */
export async function takeOver(
  choice: CopyChoice,
  { source, room, isSure }: Copied,
  storage: Storage,
): Promise<void> {
  if (choice === 'share') return;
  const { rooms, documents, groups } = storage;
  const revision = choice === 'clone' ? settingsLike(source, isSure) : await usual(room, storage);
  let current = room;
  // Somebody may save settings at the same moment; what was chosen last holds.
  while (!(await rooms.revise(current.id, current.settingsVersion, revision))) {
    const again = await rooms.get(room.id);
    if (!again) return;
    current = again;
  }
  if (choice === 'clone' && isSure) {
    await documents.copy(source.id, room.id);
  } else {
    for (const { id } of await documents.listOf(room.id)) await documents.remove(room.id, id);
  }
  await groups.saveUse(room.id, choice === 'clone' ? await groups.useOf(source.id) : 'none');
}

async function usual(room: StoredRoom, { presets }: Storage): Promise<RoomRevision> {
  const preset = beginningIn(await presets.availableTo(room));
  return { settings: preset?.values ?? {}, presetId: preset?.id, openingHours: undefined };
}
