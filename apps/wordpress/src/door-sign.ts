import {
  documentVisibility,
  startWaiting,
  type Timers,
  type WaitingLoop,
  windowTimers,
} from '@bluebridge/browser';

/** What a person reads at the door of a room, as the REST API gives it. */
export interface DoorSign {
  readonly open: boolean;
  readonly state: string;
  readonly entry: {
    readonly kind: 'start' | 'join' | 'wait' | 'ask' | 'refuse' | 'unknown';
    readonly reason: string;
    readonly label: string;
    readonly text: string;
    /** When the hours of the room begin, in epoch ms; else 0. */
    readonly opensAt: number;
  };
  readonly people: readonly { readonly name: string; readonly moderates: boolean }[];
  /** For those who lead the room; empty for everybody else. */
  readonly seats: {
    readonly lines: readonly string[];
    readonly holders: readonly string[];
    readonly taken: number;
    readonly total: number;
    /** Meetings that end when the room is opened, as the form of the entrance sends them back. */
    readonly confirms: string;
    /** Label of the button that moves the end; empty where it cannot be moved. */
    readonly extend: string;
  };
}

export interface Following {
  readonly address: string;
  /** Proof that the page is the user's; empty for those without an account. */
  readonly nonce: string;
  readonly slower?: () => number;
  /** Whether to ask as soon as there may be something new, while somebody sees the page. */
  readonly prompt?: boolean;
  /** The window's own unless a page needs better ones. */
  readonly timers?: Timers;
  onSign(sign: DoorSign): 'stop' | 'go on';
  onTrouble?(): void;
  /** The room may not be seen any more, or the page is too old to prove whose it is. */
  onLost?(): void;
}

/** Milliseconds: what is made of the pause that the site announces. */
const soonest = 250;
const latest = 30_000;
const spread = 750;

/** Keeps up with a room, until a sign says stop or the room may not be seen any more. */
export function followDoor(following: Following): WaitingLoop {
  const { address, nonce, slower, prompt = false, timers = windowTimers } = following;
  const headers: Record<string, string> = nonce === '' ? {} : { 'X-WP-Nonce': nonce };
  let cancelTurn = (): void => {};
  const loop = startWaiting<DoorSign | undefined>({
    async ask(signal) {
      cancelTurn();
      // The browser's cache keeps the last sign and asks whether it still holds.
      const response = await fetch(address, { headers, signal });
      if (response.status === 403 || response.status === 404) return undefined;
      if (!response.ok) throw new Error('no sign');
      const sign = (await response.json()) as DoorSign;
      if (prompt) cancelTurn = timers.after(turnAfter(response), askInTurn);
      return sign;
    },
    onAnswer(sign) {
      if (sign !== undefined) return following.onSign(sign);
      following.onLost?.();
      return 'stop';
    },
    onTrouble() {
      following.onTrouble?.();
      return 'go on';
    },
    timers,
    visibility: documentVisibility,
    ...(slower && { slower }),
  });

  function askInTurn(): void {
    if (!documentVisibility.isHidden()) loop.askNow();
  }
  return {
    askNow: () => loop.askNow(),
    stop() {
      cancelTurn();
      loop.stop();
    },
  };
}

/** Gives when to ask again, in ms: soon after the site may know more, but not all pages at once. */
function turnAfter(response: Response): number {
  const announced = Number(response.headers.get('Bluebridge-Ask-After') ?? Number.NaN);
  const pause = Number.isFinite(announced) ? Math.max(announced, soonest) : latest;
  return Math.min(pause, latest) + Math.random() * spread;
}
