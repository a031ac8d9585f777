/** What a teacher of a copied course is told about their room. */
export interface CopyReply {
  /** Null where the room has nothing to do with a copied course. */
  readonly copy: CopyState | null;
}

export interface CopyState {
  readonly choice: 'clone' | 'share' | 'empty';
  /** Whether a teacher chose, and it is not just as it came about. */
  readonly isChosen: boolean;
  /** Whether it can be chosen still: until the first meeting in the course's own room. */
  readonly isOpen: boolean;
  /** Whether the room it comes from can be shared: where the copy is certain. */
  readonly canShare: boolean;
  /** Where the room comes from, in a sentence. */
  readonly text: string;
}

/** What became of a choice. */
export interface ChosenReply extends CopyReply {
  /** The room that the link opens now, with a one-time code for its page; null where it is the same. */
  readonly moved: { readonly roomId: string; readonly code: string } | null;
}
