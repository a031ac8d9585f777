/** Why something that was said correctly cannot be done. */
export type ControlRefusal = 'seed_refused' | 'no_such_meeting' | 'no_such_person' | 'not_possible';

/** Tells a program that its wish does not fit what is there. */
export class ControlRefused extends Error {
  readonly code: ControlRefusal;
  /** Where in the JSON the wish stands. */
  readonly path: string;

  constructor(code: ControlRefusal, path: string, message: string) {
    super(message);
    this.name = 'ControlRefused';
    this.code = code;
    this.path = path;
  }
}
