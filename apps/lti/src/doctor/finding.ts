/** What an examination found. `bad` keeps people out; `mind` may do so. */
export interface Finding {
  readonly level: 'good' | 'mind' | 'bad';
  /** One or two sentences for the administrator: what is so, and what to do. */
  readonly text: string;
}

export const good = (text: string): Finding => ({ level: 'good', text });
export const mind = (text: string): Finding => ({ level: 'mind', text });
export const bad = (text: string): Finding => ({ level: 'bad', text });
