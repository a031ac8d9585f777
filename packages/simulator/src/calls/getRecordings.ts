import type { Recording } from '../state/recording.ts';
import { selectRecordings } from '../state/recording-selection.ts';
import { success } from '../wire/envelopes.ts';
import { element } from '../wire/xml-writer.ts';
import { type CallRequest, reply, type SimulatedServer } from './call.ts';
import { metadataFrom } from './prefixed-params.ts';
import { cleaned, idsIn, recordingCall } from './recording-call.ts';
import { recordingElement } from './recording-element.ts';
import { bentPage } from './recording-page.ts';

/** Lists recordings. An empty list is a success. Source: API documentation, `getRecordings`. */
export const getRecordings = recordingCall(
  'getRecordings',
  ['GET', 'POST'],
  [],
  (request, server) => {
    const { elements, countsAll, emptyMessage } = server.profile.recordings;
    const found = recordingsWanted(request, server);
    const shown = found === undefined ? undefined : pageOf(found, request, server);
    if (found === undefined || shown === undefined) return { kind: 'error-page', status: 500 };
    const isPaged = countsAll && bentPage(request.params) !== undefined;
    const total = isPaged ? [element('totalElements', found.length)] : [];
    if (shown.length > 0) {
      const { urls, state } = server;
      const place = { elements, urls, links: state.oneTimeLinks, now: request.now };
      const list = shown.map((recording) => recordingElement(recording, place));
      return reply(success([element('recordings', list), ...total]));
    }
    const fields = [
      element('recordings'),
      element('messageKey', 'noRecordings'),
      element('message', emptyMessage),
      ...total,
    ];
    return reply(success(fields, 'noRecordings'));
  },
);

/** Picks the recordings; undefined for ids that the server does not survive. */
function recordingsWanted(
  { params }: CallRequest,
  server: SimulatedServer,
): Recording[] | undefined {
  const { selection, order, knowsUnfinished } = server.profile.recordings;
  const recordIDs = idsIn(params, 'recordID', server);
  const meetingIDs = idsIn(params, 'meetingID', server);
  const states = idsIn(params, 'state', server);
  if (recordIDs === undefined || meetingIDs === undefined || states === undefined) return undefined;
  const found = selectRecordings(
    server.state.recordings.all(),
    {
      recordIDs,
      meetingIDs,
      states: cleaned(params, 'state') === '' ? ['published', 'unpublished'] : states,
      metadata: metadataWanted(params, selection.metadata),
    },
    selection,
  ).filter(({ state }) => knowsUnfinished || (state !== 'processing' && state !== 'processed'));
  return order === 'oldest-first' ? found : found.toSorted((a, b) => b.startTime - a.startTime);
}

/** Where one of several pieces is enough, each may list several values. */
function metadataWanted(
  params: CallRequest['params'],
  combination: 'all' | 'any',
): Map<string, readonly string[]> {
  return new Map(
    [...metadataFrom(params)].map(([name, value]) => [
      name,
      combination === 'all' ? [value] : value.split(','),
    ]),
  );
}

/** Cuts the page out of a list; undefined for one that the server does not survive. */
function pageOf(
  found: Recording[],
  { params }: CallRequest,
  { profile }: SimulatedServer,
): Recording[] | undefined {
  const page = profile.recordings.paging === 'bent' ? bentPage(params) : undefined;
  if (page === undefined) return found;
  // Beyond the end, bbb-web asks Java for a list whose end is before its beginning.
  if (page.offset > found.length) return undefined;
  return found.slice(page.offset, page.offset + page.limit);
}
