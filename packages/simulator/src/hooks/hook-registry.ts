import { randomUUID } from 'node:crypto';
import type { WebhooksBehaviour } from '../profiles/webhooks.ts';
import type { Hook, HookRequest, PermanentHook } from './hook.ts';
import { uuidOfUrl } from './hook-id.ts';

interface HooksSnapshot {
  hooks: Hook[];
  nextNumber: number;
}

/** The hooks of a server. */
export class HookRegistry {
  readonly #behaviour: WebhooksBehaviour;
  readonly #permanent: readonly PermanentHook[];
  #hooks: Hook[] = [];
  #nextNumber = 1;

  constructor(behaviour: WebhooksBehaviour, permanent: readonly PermanentHook[] = []) {
    this.#behaviour = behaviour;
    this.#permanent = permanent;
    this.#addPermanent();
  }

  all(): readonly Hook[] {
    return this.#hooks;
  }

  /** Registers a hook. A second one for the same URL is the first one, whatever else it asks. */
  add(request: HookRequest): { hook: Hook; isDuplicate: boolean } {
    const existing = this.#hooks.find(({ callbackURL }) => callbackURL === request.callbackURL);
    if (existing !== undefined) return { hook: existing, isDuplicate: true };
    const { callbackURL, meetingID, eventID, rawData } = request;
    const isScoped = meetingID !== undefined && this.#behaviour.scope === 'kept';
    const hook: Hook = {
      hookID: this.#nextID(),
      callbackURL,
      ...(isScoped ? { meetingID } : {}),
      ...(eventID === undefined ? {} : { eventIDs: eventID.toLowerCase().split(',') }),
      isPermanent: false,
      rawData,
      isGivenUp: false,
    };
    this.#hooks.push(hook);
    return { hook, isDuplicate: false };
  }

  /** Removes a hook; false when there is none of this id or it is permanent. */
  remove(hookID: string): boolean {
    const hook = this.#hooks.find((one) => one.hookID === hookID);
    if (hook === undefined || hook.isPermanent) return false;
    this.#hooks = this.#hooks.filter((one) => one !== hook);
    return true;
  }

  /** Notes that a hook did not answer until its last retry. */
  giveUp(hookID: string): void {
    const hook = this.#hooks.find((one) => one.hookID === hookID);
    if (hook === undefined || hook.isPermanent) return;
    if (this.#behaviour.givenUpHook === 'removed') this.remove(hookID);
    else hook.isGivenUp = true;
  }

  /** Lists the hooks that hear of a meeting; a meeting without an id reaches global hooks only. */
  hearing(meetingID: string | undefined): Hook[] {
    const scoped = this.scopedTo(meetingID);
    const global = this.#hooks.filter((hook) => hook.meetingID === undefined);
    return [...global, ...scoped];
  }

  /** Lists the hooks that the service finds for one meeting. */
  scopedTo(meetingID: string | undefined): Hook[] {
    if (meetingID === undefined) return [];
    const scoped = this.#hooks.filter((hook) => hook.meetingID === meetingID);
    return this.#behaviour.scopedHooks === 'first' ? scoped.slice(0, 1) : scoped;
  }

  clear(): void {
    this.#hooks = [];
    this.#nextNumber = 1;
    this.#addPermanent();
  }

  snapshot(): unknown {
    return { hooks: this.#hooks, nextNumber: this.#nextNumber } satisfies HooksSnapshot;
  }

  /** Brings hooks back after a restart, with what the service loses on the way. */
  restore(snapshot: unknown): void {
    const { hooks, nextNumber } = structuredClone(snapshot) as HooksSnapshot;
    const isMangled = this.#behaviour.restart === 'mangled';
    const kept = hooks
      .filter(({ isPermanent, isGivenUp, eventIDs }) => {
        return !isPermanent && !isGivenUp && !(isMangled && eventIDs !== undefined);
      })
      .map(({ meetingID, ...hook }) => {
        return meetingID === undefined || isMangled ? hook : { ...hook, meetingID };
      });
    this.#hooks = this.#hooks.filter(({ isPermanent }) => isPermanent).concat(kept);
    this.#nextNumber = nextNumber;
  }

  #nextID(): string {
    return this.#behaviour.hookIDs === 'uuids' ? randomUUID() : String(this.#nextNumber++);
  }

  #addPermanent(): void {
    for (const { url, getRaw = false } of this.#permanent) {
      const hookID = this.#behaviour.hookIDs === 'uuids' ? uuidOfUrl(url) : this.#nextID();
      const hook = { hookID, callbackURL: url, isPermanent: true, isGivenUp: false };
      this.#hooks.push({ ...hook, rawData: String(getRaw) });
    }
  }
}
