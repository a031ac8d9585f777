import type { BadReplyReason } from '../errors/index.ts';

/** Why a reply was refused, as a word and in words for developers. Nothing of the reply is quoted. */
export class XmlRefused extends Error {
  readonly reason: BadReplyReason;

  constructor(reason: BadReplyReason, message: string) {
    super(message);
    this.reason = reason;
  }
}
