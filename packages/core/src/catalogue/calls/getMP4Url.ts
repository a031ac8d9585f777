import { defineCall } from '../define-call.ts';

export const getMP4Url = defineCall({
  name: 'getMP4Url',
  summary: 'Gives the addresses of a recording as MP4. An extension of some hosters.',
  methods: ['GET'],
  auth: 'checksum',
  hashGroup: 'api',
  effect: 'read',
  format: 'xml',
  needs: 'supportsMp4',
  nameConfigurable: true,
  params: {
    recordID: { kind: 'id', required: true },
  },
  reply: { url: { kind: 'texts' } },
  notes: ['The published documents describe the call without its name: set it in extensionNames.'],
});
