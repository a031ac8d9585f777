<?php

declare(strict_types=1);

namespace Bluebridge\Core\Rooms;

use Bluebridge\Core\Errors\BbbException;
use Bluebridge\Core\Rooms\Seats\Evictions;
use Bluebridge\Core\Rooms\Seats\NumbersVerifier;
use Bluebridge\Core\Rooms\Seats\Reservation;
use Bluebridge\Core\Rooms\Seats\SeatAccount;
use Bluebridge\Core\Rooms\Seats\SeatRequest;
use Bluebridge\Core\Rooms\Seats\SeatUse;

/**
 * The seats of an account: who has them, who may have them, and when. All times in epoch ms.
 *
 * `evicts`: it fits, but the server would end these overtime meetings, in this order. `short`: with
 * the fewest seats that can be had in the wanted time, overtime meetings not counted, and the next
 * time of the same length with enough of them; null when there never are enough.
 *
 * @phpstan-type SeatWindow array{from: int, until: int}
 * @phpstan-type SeatVerdict array{kind: 'fits'}|array{kind: 'evicts', meetings: list<string>}|array{kind: 'short', free: int, nextWindow: SeatWindow|null}
 * @phpstan-type SeatStretch array{from: int, until: int, free: int, overtime: int}
 * @phpstan-type SeatHolder array{meetingID: string, seats: int, state: 'planned'|'held'|'overtime', until: int}
 */
final class SeatLedger
{
    /**
     * Decides whether a meeting fits into an account: at every moment of its time there must be
     * enough seats beside what is planned and held. Source: IntegrationAPI page, section 3.
     *
     * An account is taken as it is: bring it up to now with `settle` first, or a meeting that runs
     * past its planned end counts as gone.
     *
     * @return SeatVerdict
     * @throws BbbException `invalid_params` for numbers that cannot be counted with: seats that are
     *     negative, and a time that ends before it begins
     */
    public static function verdict(SeatAccount $account, SeatRequest $request): array
    {
        NumbersVerifier::verifySeats($account, NumbersVerifier::numbersOf($request));
        $others = $account->without($request->meetingID);
        $unreserved = SeatUse::fewestUnreserved($others, $request->from, $request->until);
        if ($request->seats > $unreserved) {
            return ['kind' => 'short', 'free' => max(0, $unreserved), 'nextWindow' => self::nextWindow($account, $request)];
        }
        $missing = $request->seats - ($unreserved - SeatUse::overtimeSeats($others));
        if ($missing <= 0) {
            return ['kind' => 'fits'];
        }

        return ['kind' => 'evicts', 'meetings' => Evictions::choose(SeatUse::overtimeMeetings($others), $missing)];
    }

    /**
     * Finds the earliest time, not before `from`, in which a meeting of the wanted size and length
     * fits. Overtime meetings do not count: the server ends them in favour of a reservation.
     *
     * @return SeatWindow|null
     * @throws BbbException as `verdict` does
     */
    public static function nextWindow(SeatAccount $account, SeatRequest $request): ?array
    {
        NumbersVerifier::verifySeats($account, NumbersVerifier::numbersOf($request));
        $steps = SeatUse::takenFrom($account->without($request->meetingID), $request->from);
        $length = $request->until - $request->from;
        $from = $request->from;
        foreach ($steps as $index => ['taken' => $taken]) {
            $until = $steps[$index + 1]['at'] ?? PHP_INT_MAX;
            if ($taken + $request->seats > $account->connections) {
                $from = $until;
            } elseif ($from + $length <= $until) {
                return ['from' => $from, 'until' => $from + $length];
            }
        }

        return null;
    }

    /**
     * Tells how many seats are free from moment to moment of a window: `free` are those that nobody
     * reserved or uses, `overtime` those in use by overtime meetings, which would have to give way.
     * A window without any time has no stretches. An overtime meeting is counted as if it never
     * ended: nobody knows when it will. Wants a settled account, as `verdict` does.
     *
     * @return list<SeatStretch>
     * @throws BbbException as `verdict` does
     */
    public static function freeSeats(SeatAccount $account, int $from, int $until): array
    {
        NumbersVerifier::verifySeats($account, [['window.from', $from], ['window.until', $until]]);
        $overtime = SeatUse::overtimeSeats($account);
        $steps = SeatUse::takenBetween($account, $from, $until);
        $stretches = [];
        foreach ($steps as $index => ['at' => $at, 'taken' => $taken]) {
            $ends = $steps[$index + 1]['at'] ?? $until;
            $free = max(0, $account->connections - $taken - $overtime);
            $last = array_pop($stretches);
            if ($last !== null && $last['free'] !== $free) {
                $stretches[] = $last;
                $last = null;
            }
            $stretches[] = ['from' => $last['from'] ?? $at, 'until' => $ends, 'free' => $free, 'overtime' => $overtime];
        }

        return $stretches;
    }

    /**
     * Tells who takes seats at a moment, most seats first, and how many each.
     *
     * @return list<SeatHolder>
     * @throws BbbException as `verdict` does
     */
    public static function holders(SeatAccount $account, int $at): array
    {
        NumbersVerifier::verifySeats($account, [['at', $at]]);
        $holders = array_filter(
            $account->reservations,
            static fn (Reservation $each): bool => $each->taken() > 0
                && ($each->state === 'overtime' || ($each->from <= $at && $at < $each->until)),
        );
        usort(
            $holders,
            static fn (Reservation $a, Reservation $b): int => [-$a->taken(), $a->until, $a->sortableId()]
                <=> [-$b->taken(), $b->until, $b->sortableId()],
        );

        return array_map(static fn (Reservation $each): array => [
            'meetingID' => $each->meetingID,
            'seats' => $each->taken(),
            'state' => $each->state,
            'until' => $each->until,
        ], $holders);
    }

    /**
     * Brings an account up to now: who runs past the planned end is in overtime, a plan whose time
     * has gone by unused lapses. Ended meetings are taken out by the host. It comes before every
     * question about an account, which would otherwise count what is overdue.
     *
     * @throws BbbException as `verdict` does
     */
    public static function settle(SeatAccount $account, int $now): SeatAccount
    {
        NumbersVerifier::verifySeats($account, [['now', $now]]);
        $left = array_filter(
            $account->reservations,
            static fn (Reservation $each): bool => $each->state !== 'planned' || $each->until > $now,
        );

        return $account->with(array_map(
            static fn (Reservation $each): Reservation => $each->state === 'held' && $each->until <= $now
                ? $each->inOvertime()
                : $each,
            $left,
        ));
    }
}
