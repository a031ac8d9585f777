import { defineCall } from '../define-call.ts';

export const getDefaultConfigXML = defineCall({
  name: 'getDefaultConfigXML',
  summary: 'Gave the settings of the Flash client.',
  methods: ['GET'],
  auth: 'checksum',
  hashGroup: 'api',
  effect: 'read',
  format: 'xml',
  deprecated: '2.3',
  removed: '2.4',
  params: {},
  reply: {},
  notes: ['In the catalogue because documents still name it; no dialect has it.'],
});
