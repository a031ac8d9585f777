import { withoutControlCharacters } from '../wire/coercion.ts';
import { metadataFrom } from './prefixed-params.ts';
import {
  changeableIn,
  cleaned,
  idsIn,
  noSuchRecordings,
  plainXml,
  recordIDField,
  recordingCall,
} from './recording-call.ts';

/**
 * Changes the metadata of recordings; an empty value takes an entry away. Source: API
 * documentation, `updateRecordings`; for `protect`, Scalelite source.
 */
export const updateRecordings = recordingCall(
  'updateRecordings',
  ['GET', 'POST'],
  [recordIDField],
  ({ params }, server) => {
    const { recordings } = server.state;
    const { admitsNoChange, elements } = server.profile.recordings;
    const ids = idsIn(params, 'recordID', server);
    if (ids === undefined) return { kind: 'error-page', status: 500 };
    const found = changeableIn(ids, server);
    if (found.length === 0 && !admitsNoChange) return noSuchRecordings();
    // One that is not there keeps the others from being changed, too.
    const isAllThere = !admitsNoChange || found.length === ids.length;
    if (!isAllThere) return plainXml('<updated>false</updated>', server);
    const metadata = new Map(
      [...metadataFrom(params)].map(([name, value]) => [
        name,
        withoutControlCharacters(value).trim(),
      ]),
    );
    const protect = elements.protected ? cleaned(params, 'protect') : '';
    for (const recording of found) recordings.update(recording, metadata);
    const [first] = found;
    const isProtected = protect !== '' && first !== undefined;
    if (isProtected) first.isProtected = protect.toLowerCase() === 'true';
    const isUpdated = !admitsNoChange || metadata.size > 0 || isProtected;
    return plainXml(`<updated>${isUpdated}</updated>`, server);
  },
);
