import { defineCall } from '../define-call.ts';

export const setConfigXML = defineCall({
  name: 'setConfigXML',
  summary: 'Stored settings of the Flash client for a meeting.',
  methods: ['POST'],
  auth: 'checksum',
  hashGroup: 'api',
  effect: 'write',
  format: 'xml',
  deprecated: '2.3',
  removed: '2.4',
  params: {
    meetingID: { kind: 'id', required: true, min: 2, max: 256 },
    configXML: { kind: 'block', required: true },
  },
  reply: { configToken: { kind: 'text' } },
  notes: [
    'In the catalogue because documents still name it; no dialect has it.',
    'Its checksum was made over sorted parameters with sha1.',
  ],
});
