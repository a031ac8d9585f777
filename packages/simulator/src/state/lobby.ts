import type { AdmittedUser } from './user.ts';

/** Whether a person may come in, waits for a moderator, or was turned away. */
export type GuestStatus = 'ALLOW' | 'WAIT' | 'DENY';

/** A person whom a moderator has to let in. */
export interface Guest extends AdmittedUser {
  /** When they asked to come in, in epoch milliseconds. */
  waitingSince: number;
}

interface Caller {
  guest: Guest;
  status: GuestStatus;
  /** When they closed the page; absent while it is open and before it was. */
  awaySince?: number;
  /** They have been away too long, or no longer want in; they stand in line again on return. */
  isGone?: true;
}

/** How long a guest who closed the page keeps their place. */
const awayGraceMs = 30_000;

/** What is kept of a lobby across a restart; plain JSON. */
export interface LobbySnapshot {
  policy: string;
  message: string;
  callers: Caller[];
}

/**
 * The lobby of a meeting: who waits for a moderator, in the order they came, and what was decided.
 * Source: API documentation, guestPolicy; bbb-web source, guest waiting list.
 */
export class Lobby {
  /** Runs whenever somebody comes, goes or is decided about; the page sets it. */
  onChange: (() => void) | undefined;
  readonly #callers = new Map<string, Caller>();
  #policy: string;
  #message = '';

  constructor(policy: string) {
    this.#policy = policy;
  }

  /** The guest policy that counts for the next person. */
  get policy(): string {
    return this.#policy;
  }

  /** What moderators tell everyone who waits; '' for nothing. */
  get message(): string {
    return this.#message;
  }

  setPolicy(policy: string): void {
    this.#policy = policy;
    this.onChange?.();
  }

  setMessage(message: string): void {
    this.#message = message;
    this.onChange?.();
  }

  /** Lists who waits, longest first. */
  waiting(): readonly Guest[] {
    return [...this.#callers.values()]
      .filter(({ status, isGone }) => status === 'WAIT' && isGone !== true)
      .map(({ guest }) => guest);
  }

  /** Puts a person at the end of the line. */
  ask(user: AdmittedUser, now: number): void {
    this.#callers.delete(user.internalUserID);
    const guest = { ...user, waitingSince: now };
    this.#callers.set(user.internalUserID, { guest, status: 'WAIT' });
    this.onChange?.();
  }

  /** Takes a waiting person out of the line. */
  withdraw(internalUserID: string): void {
    const caller = this.#callers.get(internalUserID);
    if (caller?.status !== 'WAIT') return;
    caller.isGone = true;
    this.onChange?.();
  }

  /** Notes that a waiting person has the page open; after a while away the place is lost. */
  returned(internalUserID: string, now: number): void {
    const caller = this.#callers.get(internalUserID);
    if (caller?.status !== 'WAIT') return;
    if (caller.isGone === true) this.ask(caller.guest, now);
    else delete caller.awaySince;
  }

  /** Notes that a waiting person closed the page. */
  wentAway(internalUserID: string, now: number): void {
    const caller = this.#callers.get(internalUserID);
    if (caller?.status === 'WAIT') caller.awaySince = now;
  }

  /** Takes those out who have been away too long. */
  settle(now: number): void {
    for (const [id, { awaySince, isGone }] of this.#callers) {
      if (isGone !== true && now >= (awaySince ?? Infinity) + awayGraceMs) this.withdraw(id);
    }
  }

  /** Tells whether a person may come in. Whoever never had to ask may. */
  statusOf(internalUserID: string): GuestStatus {
    return this.#callers.get(internalUserID)?.status ?? 'ALLOW';
  }

  /** Tells the place in line, counted from 1; undefined for people who do not wait. */
  positionOf(internalUserID: string): number | undefined {
    const index = this.waiting().findIndex((guest) => guest.internalUserID === internalUserID);
    return index < 0 ? undefined : index + 1;
  }

  /** Lets one person in; false when they do not wait. */
  approve(internalUserID: string): boolean {
    return this.#decide(internalUserID, 'ALLOW');
  }

  /** Turns one person away; false when they do not wait. */
  deny(internalUserID: string): boolean {
    return this.#decide(internalUserID, 'DENY');
  }

  approveAll(): void {
    for (const { internalUserID } of this.waiting()) this.approve(internalUserID);
  }

  denyAll(): void {
    for (const { internalUserID } of this.waiting()) this.deny(internalUserID);
  }

  snapshot(): LobbySnapshot {
    const callers = [...this.#callers.values()].map((caller) => ({ ...caller }));
    return { policy: this.#policy, message: this.#message, callers };
  }

  /** Replaces everything by what a snapshot says, without telling anyone. */
  restore({ policy, message, callers }: LobbySnapshot): void {
    this.#policy = policy;
    this.#message = message;
    this.#callers.clear();
    for (const caller of callers) this.#callers.set(caller.guest.internalUserID, { ...caller });
  }

  #decide(internalUserID: string, status: GuestStatus): boolean {
    const caller = this.#callers.get(internalUserID);
    if (caller?.status !== 'WAIT') return false;
    caller.status = status;
    this.onChange?.();
    return true;
  }
}
