import { getContext, store } from '@wordpress/interactivity';
import { countTo } from '../../countdown.ts';
import { type DoorSign, followDoor } from '../../door-sign.ts';

/** What a card shows, and where it asks. */
interface Card {
  readonly statusAddress: string;
  readonly restNonce: string;
  /** How many times slower it asks than a page that waits. */
  readonly slower: number;
  open: boolean;
  state: string;
  text: string;
  label: string;
  isRefused: boolean;
  asksLogin: boolean;
  asksCode: boolean;
  /** When the hours of the room begin, in epoch ms; else 0. */
  opensAt: number;
  /** How long it is until then, in words. */
  countdown: string;
  people: DoorSign['people'];
  seats: DoorSign['seats'];
  readonly extendAddress: string;
  /** What became of moving the end of the meeting. */
  extended: string;
  readonly notExtended: string;
}

store('bluebridge/room', {
  actions: {
    extend() {
      void extend(getContext<Card>());
    },
  },
  callbacks: {
    follow() {
      const card = getContext<Card>();
      const loop = followDoor({
        address: card.statusAddress,
        nonce: card.restNonce,
        slower: () => card.slower,
        onSign(sign) {
          show(card, sign);
          return 'go on';
        },
      });
      const stopCounting = countTo(
        () => card.opensAt,
        (words) => {
          card.countdown = words;
        },
        () => loop.askNow(),
      );
      return () => {
        stopCounting();
        loop.stop();
      };
    },
  },
});

function show(card: Card, { open, state, entry, people, seats }: DoorSign): void {
  card.open = open;
  card.state = state;
  card.text = entry.text;
  card.label = entry.label;
  card.isRefused = entry.kind === 'refuse';
  card.asksLogin = entry.reason === 'guests_not_allowed';
  card.asksCode = entry.reason === 'code_required' || entry.reason === 'code_wrong';
  card.opensAt = entry.opensAt;
  card.people = people;
  card.seats = seats;
}

/** A refusal has words only. */
interface ExtensionReply {
  readonly message: string;
  readonly seats?: DoorSign['seats'];
}

/** Moves the end of the meeting by half an hour. A second press meanwhile finds no button. */
async function extend(card: Card): Promise<void> {
  const { extendAddress, restNonce, notExtended } = card;
  const before = card.seats;
  card.seats = { ...before, extend: '' };
  try {
    const response = await fetch(extendAddress, {
      method: 'POST',
      headers: { 'X-WP-Nonce': restNonce },
    });
    const reply = (await response.json()) as ExtensionReply;
    card.extended = reply.message;
    if (reply.seats) card.seats = reply.seats;
  } catch {
    card.extended = notExtended;
    card.seats = before;
  }
}
