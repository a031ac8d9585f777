import type { Values } from '@bluebridge/translations';

/** What an examination found. `bad` keeps people out; `mind` may do so. */
export interface Finding {
  readonly level: 'good' | 'mind' | 'bad';
  /** One or two English sentences for the administrator: what is so, and what to do. */
  readonly text: string;
  /** What fills the places of the text. */
  readonly values?: Values | undefined;
}

export const good = (text: string, values?: Values): Finding => ({ level: 'good', text, values });
export const mind = (text: string, values?: Values): Finding => ({ level: 'mind', text, values });
export const bad = (text: string, values?: Values): Finding => ({ level: 'bad', text, values });
