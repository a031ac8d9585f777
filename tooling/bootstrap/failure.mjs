/** A failure with words for a person; anything else thrown is a bug in the bootstrap itself. */
export class Failure extends Error {
  /**
   * @param {string} sentence what happened
   * @param {string} next what to do about it
   * @param {readonly string[]} [details] lines to show, such as the end of a log
   */
  constructor(sentence, next, details = []) {
    super(sentence);
    this.next = next;
    this.details = details;
  }
}
