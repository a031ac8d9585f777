import { endPauses, endPlan } from '@bluebridge/core/rooms';
import type { Clock } from '../clock.ts';
import type { Storage } from '../storage/database.ts';
import { endingOf, type EndPolicy, endStateOf } from './end-state.ts';

export type Extension =
  | { readonly kind: 'extended'; readonly plannedEndAt: number }
  | { readonly kind: 'denied'; readonly reason: 'seats' | 'server_ends' | 'too_late' }
  /** There is no meeting with a planned end. */
  | { readonly kind: 'nothing' };

/**
 * Moves the planned end of a room's meeting by half an hour, if its seats are nobody else's until
 * then. Nobody reserves seats meanwhile.
 */
export function extendMeeting(
  { meetings }: Storage,
  roomId: string,
  policy: EndPolicy,
  clock: Clock,
): Promise<Extension> {
  return meetings.inTurn('seats', async (turn): Promise<Extension> => {
    const open = await turn.open();
    const own = open.find((each) => each.roomId === roomId && each.state === 'live');
    const ending = own && endingOf(own);
    if (ending === undefined) return { kind: 'nothing' };
    const now = clock.now();
    const state = endStateOf(ending, open, policy, now);
    const action = endPlan({ ...state, extensionWanted: endPauses.offeredExtension }, now);
    if (action.kind === 'deny_extension') return { kind: 'denied', reason: action.reason };
    if (action.kind !== 'extend') return { kind: 'nothing' };
    const { plannedEndAt } = action;
    // The job of the meeting was quicker by a moment, and what it does then is to end it.
    const changed = await turn.change(ending, { plannedEndAt });
    return changed ? { kind: 'extended', plannedEndAt } : { kind: 'denied', reason: 'too_late' };
  });
}
