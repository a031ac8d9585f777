import { ocs } from '../ocs.ts';
import type { ServerSettings } from '../types.ts';

/** What is typed of a server. */
export interface ServerTyped {
  /** An address, or whatever else somebody got and pasted. */
  readonly endpoint: string;
  /** Absent: the one in what was pasted, or else the one that is kept. */
  readonly secret?: string;
  /** Absent: what the server turns out to be. */
  readonly dialect?: ServerSettings['dialect'];
  readonly allowsLocal: boolean;
}

/** Keeps a server that answers as it should; otherwise the refusal says why it is not kept. */
export const saveServer = (server: ServerTyped) => ocs('PUT', 'admin/server', server);

/** Finds out what answers, and keeps nothing. */
export const probeServer = (server: ServerTyped) => ocs('POST', 'admin/server/probe', server);
