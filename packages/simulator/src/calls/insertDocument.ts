import { type Reply, success } from '../wire/envelopes.ts';
import { element } from '../wire/xml-writer.ts';
import { type Answer, type Call, fail, reply } from './call.ts';
import { meetingIDViolations } from './constraints.ts';
import { malformedXml, modulesIn } from './create-modules.ts';

/**
 * Adds documents to a meeting that is open. Its own refusals have a message and no key. Source:
 * API documentation, `insertDocument`; bbb-web source, 4.0, for the messages.
 */
export const insertDocument: Call = {
  name: 'insertDocument',
  methods: ['POST'],
  checksumMessage: 'Checksums do not match',

  violations({ params }) {
    return meetingIDViolations(params);
  },

  answer({ params, contentType, body, now }, { state, profile }) {
    const meetingID = params.text('meetingID');
    const meeting = state.meetings.findLive(meetingID);
    if (meeting === undefined) return refuse(`Meeting with id [${meetingID}] not found.`);
    if (!meeting.hasFeature('presentation')) {
      return refuse('Presentation feature is disabled, ignoring.');
    }
    const modules = modulesIn(contentType, body);
    if (modules === undefined) return malformedXml(profile);
    const { documents, faults } = modules;
    if (documents.length === 0 && faults.size === 0) {
      return refuse('Request body must contain a presentation module with at least one document.');
    }
    if (faults.has('invalid_url')) {
      return fail('invalidPresentationUrl', 'Presentation URL is malformed.');
    }
    meeting.documents.add(documents, now);
    if (faults.has('invalid_filename')) {
      return refuse('One or more documents could not be uploaded due to an invalid filename.');
    }
    return reply(success([element('message', 'Presentation is being uploaded')]));
  },
};

function refuse(message: string): Answer {
  const failed: Reply = {
    returncode: 'FAILED',
    messageKey: '',
    fields: [element('message', message)],
  };
  return reply(failed);
}
