import { success } from '../wire/envelopes.ts';
import { element } from '../wire/xml-writer.ts';
import { reply } from './call.ts';
import {
  changeableIn,
  cleaned,
  idsIn,
  noSuchRecordings,
  plainXml,
  publishField,
  recordIDField,
  recordingCall,
} from './recording-call.ts';

/**
 * Publishes or hides recordings. The answer repeats the parameter, whether or not anything changed.
 * Source: API documentation, `publishRecordings`; bbb-web source, recording controller.
 */
export const publishRecordings = recordingCall(
  'publishRecordings',
  ['GET'],
  [recordIDField, publishField],
  ({ params, now }, server) => {
    const ids = idsIn(params, 'recordID', server);
    if (ids === undefined) return { kind: 'error-page', status: 500 };
    const found = changeableIn(ids, server);
    if (found.length === 0) return noSuchRecordings();
    const text = cleaned(params, 'publish');
    const echoes = server.profile.recordings.publishedEcho === 'as-sent';
    const publish = echoes ? isGroovyTrue(text) : text.toLowerCase() === 'true';
    for (const recording of found) server.state.recordings.setPublished(recording, publish, now);
    if (echoes) return plainXml(`<published>${text}</published>`, server);
    return reply(success([element('published', publish)]));
  },
);

function isGroovyTrue(text: string): boolean {
  return ['true', 'y', '1'].includes(text.toLowerCase());
}
