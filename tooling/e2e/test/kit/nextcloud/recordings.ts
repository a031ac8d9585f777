import type { Operation } from './backend.ts';

/** Recordings of a room, in memory. */
export function keepRecordings() {
  let recordings = [
    recording('r0', 'Physics', 'expected'),
    recording('r1', 'Waves', 'published'),
    recording('r2', 'Light', 'processing'),
  ];
  const captions = [{ language: 'en', label: 'English' }];
  /** Whether the meeting server shows changes at once. */
  const server = { isPrompt: true };
  const uploaded: unknown[] = [];
  const find = (recordID: string | undefined) =>
    recordings.find((each) => each.recordID === recordID) ?? recordings[0];

  const path = 'rooms-id-recordings-recordID';
  const operations: Record<string, Operation> = {
    'get-rooms-id-recordings': ({ query }) =>
      recordings.filter(({ name }) => name.includes(query.get('search') ?? '')),
    [`patch-${path}`]: ({ ids, body }) => {
      const { published, linkPassword, linkExpiresAt, ...change } = body;
      const changed = Object.assign(find(ids['recordID']) ?? {}, change);
      if (published !== undefined) {
        Object.assign(changed, { state: published ? 'published' : 'unpublished' });
      }
      const isPublic = (changed as Backing).visibility === 'public';
      const { publicLink } = changed as Backing;
      const link = publicLink ?? { url: linkAddress, hasPassword: false, expiresAt: null };
      if (linkPassword !== undefined) link.hasPassword = linkPassword !== null;
      if (linkExpiresAt !== undefined) link.expiresAt = linkExpiresAt as number | null;
      Object.assign(changed, { publicLink: isPublic ? link : null });
      return { ...changed, isConfirmed: server.isPrompt };
    },
    [`delete-${path}`]: ({ ids }) => {
      if (server.isPrompt) {
        recordings = recordings.filter(({ recordID }) => recordID !== ids['recordID']);
      }
      return { isConfirmed: server.isPrompt };
    },
    [`get-${path}-captions`]: () => captions,
    [`post-${path}-captions`]: ({ body }) => {
      uploaded.push(body);
      captions.push({ language: String(body['language']), label: 'German' });
      return captions;
    },
    [`post-${path}-save`]: ({ body }) => ({
      path: `${String(body['folder'])}/Waves.url`,
      isLink: true,
      isLater: false,
    }),
  };
  return { operations, server, uploaded };
}

type Backing = ReturnType<typeof recording>;

const linkAddress = 'https://cloud.example.org/apps/bluebridge/w/watch';

function recording(recordID: string, name: string, state: string) {
  const url = 'https://bbb.example.org/playback/r1';
  const formats = [{ type: 'presentation', label: 'Slides and sound', url, lengthMinutes: 45 }];
  const isThere = state === 'published';
  return {
    recordID,
    name,
    startTime: 1_700_000_000_000,
    endTime: 1_700_003_600_000,
    participants: 12,
    state,
    visibility: 'members',
    formats: isThere ? formats : [],
    isProtected: false,
    publicLink: null as null | { url: string; hasPassword: boolean; expiresAt: number | null },
    may: {
      edit: isThere,
      rename: isThere,
      remove: isThere,
      protect: isThere,
      captions: isThere,
      save: isThere,
    },
  };
}
