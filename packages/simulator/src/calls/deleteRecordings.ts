import {
  changeableIn,
  idsIn,
  noSuchRecordings,
  plainXml,
  recordIDField,
  recordingCall,
} from './recording-call.ts';

/** Deletes recordings. Source: API documentation, `deleteRecordings`. */
export const deleteRecordings = recordingCall(
  'deleteRecordings',
  ['GET'],
  [recordIDField],
  ({ params, now }, server) => {
    const ids = idsIn(params, 'recordID', server);
    if (ids === undefined) return { kind: 'error-page', status: 500 };
    const found = changeableIn(ids, server);
    if (found.length === 0) return noSuchRecordings();
    for (const recording of found) server.state.recordings.delete(recording, now);
    return plainXml('<deleted>true</deleted>', server);
  },
);
