<?php

declare(strict_types=1);

namespace Bluebridge\Core\Rooms\Seats;

/** What is taken of an account from moment to moment. */
final class SeatUse
{
    /** @return list<Reservation> */
    public static function overtimeMeetings(SeatAccount $account): array
    {
        $overtime = array_filter($account->reservations, static fn (Reservation $each): bool => $each->state === 'overtime');

        return array_values($overtime);
    }

    public static function overtimeSeats(SeatAccount $account): int
    {
        $taken = array_map(static fn (Reservation $each): int => $each->taken(), self::overtimeMeetings($account));

        return array_sum($taken);
    }

    /**
     * Walks through what plans and held meetings take, from a moment on; overtime guarantees
     * nothing.
     *
     * @return list<array{at: int, taken: int}> moments from which on, until the next, so many seats
     *     are taken
     */
    public static function takenFrom(SeatAccount $account, int $from): array
    {
        $changes = [$from => 0];
        foreach ($account->reservations as $each) {
            $begins = max($each->from, $from);
            if ($each->state === 'overtime' || $each->until <= $begins) {
                continue;
            }
            $changes[$begins] = ($changes[$begins] ?? 0) + $each->taken();
            $changes[$each->until] = ($changes[$each->until] ?? 0) - $each->taken();
        }
        ksort($changes);
        $taken = 0;
        $steps = [];
        foreach ($changes as $at => $by) {
            $taken += $by;
            $steps[] = ['at' => $at, 'taken' => $taken];
        }

        return $steps;
    }

    /**
     * The steps of `takenFrom` that begin before a moment.
     *
     * @return list<array{at: int, taken: int}>
     */
    public static function takenBetween(SeatAccount $account, int $from, int $until): array
    {
        $steps = array_filter(self::takenFrom($account, $from), static fn (array $step): bool => $step['at'] < $until);

        return array_values($steps);
    }

    /** Counts the fewest seats that nothing guarantees at any moment of a window; below 0 if oversold. */
    public static function fewestUnreserved(SeatAccount $account, int $from, int $until): int
    {
        $taken = array_column(self::takenBetween($account, $from, $until), 'taken');

        return $account->connections - max([0, ...$taken]);
    }
}
