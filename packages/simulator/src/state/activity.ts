import type { AdmittedUser, Role } from './user.ts';

/** What one person did in a meeting. Moments are epoch milliseconds. */
export interface PersonActivity {
  internalUserID: string;
  userID: string;
  fullName: string;
  role: Role;
  joins: number[];
  leaves: number[];
  /** How many messages they wrote in the public chat. */
  messages: number;
  /** When they raised their hand. */
  raisedHands: number[];
}

/**
 * What people did in a meeting, in the order they first came: the material of the learning
 * dashboard and of the analytics callback.
 */
export class Activity {
  readonly #people = new Map<string, PersonActivity>();

  all(): readonly PersonActivity[] {
    return [...this.#people.values()];
  }

  joined(user: AdmittedUser, at: number): void {
    const { internalUserID, userID, fullName, role } = user;
    const person = this.#people.get(internalUserID);
    if (person === undefined) {
      const begun = { joins: [at], leaves: [], messages: 0, raisedHands: [] };
      this.#people.set(internalUserID, { internalUserID, userID, fullName, role, ...begun });
    } else {
      person.joins.push(at);
    }
  }

  left({ internalUserID }: AdmittedUser, at: number): void {
    this.#people.get(internalUserID)?.leaves.push(at);
  }

  wrote(internalUserID: string): void {
    const person = this.#people.get(internalUserID);
    if (person !== undefined) person.messages += 1;
  }

  raisedHand({ internalUserID }: AdmittedUser, at: number): void {
    this.#people.get(internalUserID)?.raisedHands.push(at);
  }

  /** Replaces everything by what a snapshot says. */
  restore(people: readonly PersonActivity[]): void {
    this.#people.clear();
    for (const person of people) this.#people.set(person.internalUserID, person);
  }
}
