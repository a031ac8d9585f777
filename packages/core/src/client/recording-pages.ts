import type { ParamsOf, ReplyOf } from '../catalogue/types.ts';

/** One recording of a list. */
export type Recording = ReplyOf<'getRecordings'>['recordings'][number];

/** Parameters of a list that is read page by page. */
export type RecordingFilter = Omit<ParamsOf<'getRecordings'>, 'offset' | 'limit'>;

type GetRecordings = (params: ParamsOf<'getRecordings'>) => Promise<ReplyOf<'getRecordings'>>;

/**
 * Gives recordings one by one, asking for the next page when the last one is used up.
 *
 * A recording that moves to the next page while this goes on comes once; one that moves to an
 * earlier page, because others were deleted meanwhile, may be missed. A server that takes no heed
 * of pages, although it should, sends everything at once: that is noticed.
 */
export async function* recordingPages(
  getRecordings: GetRecordings,
  filter: RecordingFilter,
  pageSize: number,
): AsyncGenerator<Recording, void, undefined> {
  const seen = new Set<string>();
  for (let offset = 0; ;) {
    const reply = await getRecordings({
      ...filter,
      offset,
      limit: pageSize,
    });
    const { recordings, totalElements } = reply;
    const fresh = recordings.filter(({ recordID }) => !seen.has(recordID));
    for (const { recordID } of fresh) seen.add(recordID);
    yield* fresh;
    offset += recordings.length;
    const isLast =
      totalElements === undefined ? recordings.length < pageSize : offset >= totalElements;
    if (isLast || fresh.length === 0 || recordings.length > pageSize) return;
  }
}
