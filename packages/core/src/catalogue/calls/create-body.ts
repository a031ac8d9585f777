import type { ModulesBodySpec } from '../body-kinds.ts';

/** What servers take in one POST by default, base64 included; larger files go by address. */
export const maxBodyBytes = 2_097_152;

/** What `create` may carry beside its parameters. */
export const createBody = {
  kind: 'modules',
  maxBytes: maxBodyBytes,
  modules: {
    presentation: { content: 'documents' },
    clientSettingsOverride: {
      content: 'json',
      since: '2.7',
      note: 'Heard only where the server’s allowOverrideClientSettingsOnCreateCall property is on; the address in clientSettingsOverrideJsonUrl wins.',
    },
    sharedNotesInitialContentJson: {
      content: 'json',
      since: '3.0.25',
      note: 'For the blockNote editor.',
    },
    sharedNotesInitialContentMarkdown: {
      content: 'text',
      since: '3.0.33',
      note: 'The JSON wins over it.',
    },
  },
} as const satisfies ModulesBodySpec;
