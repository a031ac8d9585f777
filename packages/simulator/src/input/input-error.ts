/** Says where in a piece of JSON something is wrong, and what was expected there. */
export class InputError extends Error {
  readonly code = 'invalid_body';
  /** Such as `meetings[0].attendees[2].role`; '' is the whole. */
  readonly path: string;

  constructor(path: string, expected: string) {
    super(path === '' ? `The JSON ${expected}.` : `${path} ${expected}.`);
    this.name = 'InputError';
    this.path = path;
  }
}
