import { defineCall } from '../define-call.ts';

export const apiIndex = defineCall({
  name: 'index',
  path: '',
  summary: 'Tells the versions of a server, to anybody.',
  methods: ['GET'],
  auth: 'none',
  hashGroup: 'api',
  effect: 'read',
  format: 'xml',
  params: {},
  reply: {
    version: { kind: 'text' },
    apiVersion: { kind: 'text' },
    bbbVersion: { kind: 'text' },
    graphqlWebsocketUrl: { kind: 'text' },
    graphqlApiUrl: { kind: 'text' },
    html5PluginSdkVersion: { kind: 'text' },
    build: { kind: 'text' },
  },
  notes: [
    'Shows that a server is there and nothing about the secret.',
    'bbbVersion is empty unless the server is set to tell it; build comes from Scalelite.',
  ],
});
