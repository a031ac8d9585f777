import type { ReplyOf } from '../catalogue/types.ts';
import { asBadReply, interpretResponse, isGood } from './interpret-response.ts';
import { maxEnvelopeBytes } from './parse-xml.ts';
import { newListReader, type StreamedCall, streamedLists } from './stream-list.ts';
import { joined, textPieces } from './stream-text.ts';
import { XmlRefused } from './xml-refused.ts';

type ListField<N extends StreamedCall> = (typeof streamedLists)[N];

/** One meeting or recording, as in the list of `ReplyOf`. */
export type StreamedItem<N extends StreamedCall> = ReplyOf<N>[ListField<N> &
  keyof ReplyOf<N>] extends readonly (infer I)[]
  ? I
  : never;

type Envelope = Pick<ReplyOf<'getMeetings'>, 'returncode' | 'messageKey' | 'message'>;

/** A reply without its list. */
export type StreamedRest<N extends StreamedCall> = Envelope &
  Omit<ReplyOf<N>, ListField<N> | keyof Envelope>;

/** Items as they arrive. To be read once. */
export interface ItemStream<N extends StreamedCall> extends AsyncIterable<StreamedItem<N>> {
  /**
   * The other fields, such as `totalElements`. There once the reply has proved to be whole, which
   * is after the last item; until then every item is provisional.
   */
  readonly rest: StreamedRest<N> | undefined;
}

/** What is known before the body. */
export interface StreamMeta {
  readonly status: number;
  /** Most bytes of the body; default 64 MiB. */
  readonly maxBytes?: number;
}

/** Most bytes of a streamed body unless the caller says otherwise. */
const maxStreamBytes = 64 * 1024 * 1024;

/**
 * Reads the list of a reply from its body, handing out each item as soon as it is complete.
 *
 * Items are those of `interpretResponse`, and every reply it refuses is refused with the same
 * code; but a reply can break after some of its items, so they count only once the stream has
 * ended without an error (`rest` is there). Memory does not grow with the number of items, and
 * other work runs in between. An empty list, as SUCCESS or as a FAILED that is an answer, is an
 * empty stream.
 *
 * Throws `bad_reply` for anything that is not a whole reply, and the code of every other FAILED.
 */
export function streamItems<N extends StreamedCall>(
  name: N,
  body: AsyncIterable<Uint8Array>,
  meta: StreamMeta,
): ItemStream<N> {
  let rest: StreamedRest<N> | undefined;
  const items = readItems(name, body, meta, (found) => {
    rest = found as StreamedRest<N>;
  }) as AsyncGenerator<StreamedItem<N>, void, undefined>;
  return {
    get rest() {
      return rest;
    },
    [Symbol.asyncIterator]: () => items,
  };
}

type Fields = Record<string, unknown>;

async function* readItems(
  name: StreamedCall,
  body: AsyncIterable<Uint8Array>,
  meta: StreamMeta,
  finish: (rest: Fields) => void,
): AsyncGenerator<Fields, void, undefined> {
  const list = streamedLists[name];
  const reader = newListReader(name);
  // The first reader of a call works out how it is read, which takes its time.
  await othersFirst();
  // Until a returncode of SUCCESS is there, the reply may be any envelope: it is held back, and
  // given to the reader of whole documents if it turns out to be something else.
  const held: Uint8Array[] = [];
  let isSuccess = false;
  let isOther = !isGood(meta.status);
  try {
    const chunks = heldUntil(
      () => isSuccess,
      () => isOther,
      body,
      held,
    );
    for await (const piece of textPieces(chunks, meta.maxBytes ?? maxStreamBytes)) {
      if (isOther) continue;
      reader.write(piece);
      isSuccess ||= reader.root['returncode'] === 'SUCCESS';
      isOther = !isSuccess && reader.root['returncode'] !== undefined;
      if (isSuccess) {
        held.length = 0;
        yield* reader.take();
      }
      await othersFirst();
    }
    if (isSuccess) {
      finish(reader.end());
      return;
    }
  } catch (error) {
    if (!(error instanceof XmlRefused)) throw error;
    // Under another status it is the status that says what the body is about.
    if (!isGood(meta.status)) interpretHeld(name, held, meta.status);
    throw asBadReply(name, error, joined(held));
  }
  const { [list]: items, ...rest } = interpretHeld(name, held, meta.status);
  yield* items as readonly Fields[];
  finish(rest);
}

function interpretHeld(name: StreamedCall, held: readonly Uint8Array[], status: number): Fields {
  return interpretResponse(name, { status, headers: {}, body: joined(held) });
}

/** Hands chunks on, and keeps those of the first MiB as well until the reply is a success. */
async function* heldUntil(
  isSuccess: () => boolean,
  isOther: () => boolean,
  body: AsyncIterable<Uint8Array>,
  held: Uint8Array[],
): AsyncGenerator<Uint8Array, void, undefined> {
  let room = maxEnvelopeBytes;
  for await (const chunk of body) {
    if (isSuccess()) {
      yield chunk;
      continue;
    }
    held.push(chunk);
    yield chunk.subarray(0, room);
    if (chunk.byteLength > room) {
      if (isOther()) throw new XmlRefused('too_large', 'more than a MiB that is no success');
      if (!isSuccess()) throw new XmlRefused('no_returncode', 'no returncode in the first MiB');
      yield chunk.subarray(room);
    }
    room -= chunk.byteLength;
  }
}

/** Lets the event loop do what else there is: other requests must not wait for a long list. */
function othersFirst(): Promise<void> {
  return new Promise((resolve) => {
    if (typeof setImmediate === 'function') setImmediate(resolve);
    else setTimeout(resolve, 0);
  });
}
