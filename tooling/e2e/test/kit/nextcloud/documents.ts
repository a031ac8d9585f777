import { type Asked, type Operation, Refusal } from './backend.ts';

/** Files of who is logged in, with their sizes. */
const sizes: Readonly<Record<string, number>> = {
  '/Slides.pdf': 240_000,
  '/Lessons/Handout.pdf': 90_000,
  '/Film.pdf': 40_000_000,
};

export const documentLimits = { most: 10, maxBytes: 30_000_000, kinds: ['pdf', 'pptx', 'odp'] };

interface Place {
  readonly id: number;
  readonly role: string;
  state: string;
}

/** The files of rooms, and what meetings were shown besides. Refuses what the app itself refuses. */
export function keepDocuments(find: (id: string | undefined) => Place) {
  let kept = [{ id: 1, name: 'Week 1.pdf', size: 240_000, path: null, isThere: true }];
  /** Files that meetings got and rooms do not keep. */
  const shown: { room: number; by: 'opening' | 'sending'; paths: readonly string[] }[] = [];

  const operations: Record<string, Operation> = {
    'get-rooms-id-documents': () => kept,
    'post-rooms-id-documents': ({ ids, body }) => {
      const room = find(ids['id']);
      if (body['keep'] === true) {
        if (!['owner', 'manager'].includes(room.role)) {
          throw new Refusal(403, { code: 'role_too_low', message: 'You may not do this here.' });
        }
        const added = pathsOf(body).map((path, index) => ({
          id: kept.length + index + 1,
          name: path.split('/').at(-1) ?? '',
          size: sizes[path] ?? 0,
          path: null,
          isThere: true,
        }));
        kept = [...kept, ...added];
        return kept;
      }
      const paths = pathsOf(body);
      if (room.state !== 'open') {
        throw new Refusal(404, { code: 'meeting_not_found', message: 'There is no meeting.' });
      }
      shown.push({ room: room.id, by: 'sending', paths });
      return kept;
    },
    'delete-rooms-id-documents-documentId': () => ((kept = []), {}),
  };

  /** Opens a room as its start does, with files if some are named. */
  function open({ ids, body }: Asked): Place {
    const room = find(ids['id']);
    const paths = body['paths'] === undefined ? [] : pathsOf(body);
    const by = room.state === 'open' ? 'sending' : 'opening';
    if (paths.length > 0) shown.push({ room: room.id, by, paths });
    room.state = 'open';
    return room;
  }

  return { operations, open, shown, kept: () => kept.map(({ name }) => name) };
}

function pathsOf(body: Asked['body']): readonly string[] {
  const paths = body['paths'] as readonly string[];
  if (paths.length > documentLimits.most) {
    throw new Refusal(400, { code: 'too_many_documents', message: 'That are too many files.' });
  }
  for (const path of paths) {
    const size = sizes[path];
    if (size === undefined) {
      throw new Refusal(400, { code: 'no_such_document', message: 'There is no such file.' });
    }
    if (size > documentLimits.maxBytes) {
      throw new Refusal(400, { code: 'document_too_large', message: 'This file is too large.' });
    }
  }
  return paths;
}
