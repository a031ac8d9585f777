interface WithPassword {
  readonly createTime: number;
  readonly moderatorPW?: string | undefined;
}

const mostRemembered = 10_000;

/**
 * Moderator passwords of meetings, as this process learned them: older servers want them for `end`.
 * They are kept nowhere else.
 */
export class Passwords {
  readonly #known = new Map<string, WithPassword>();

  note(meetingID: string, { createTime, moderatorPW }: WithPassword): void {
    this.#known.delete(meetingID);
    if (moderatorPW === undefined) return;
    if (this.#known.size >= mostRemembered) this.#known.clear();
    this.#known.set(meetingID, { createTime, moderatorPW });
  }

  /** Gives the password of one meeting, not that of an earlier one of the same name. */
  of(meetingID: string, createTime: number): string | undefined {
    const known = this.#known.get(meetingID);
    return known?.createTime === createTime ? known.moderatorPW : undefined;
  }
}
