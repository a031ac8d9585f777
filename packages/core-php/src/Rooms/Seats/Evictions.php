<?php

declare(strict_types=1);

namespace Bluebridge\Core\Rooms\Seats;

/** Which overtime meetings give way to another. */
final class Evictions
{
    /**
     * Chooses which overtime meetings give way so that `$needed` seats become free, in order: as few
     * meetings as possible, so the largest first; the last one is the smallest that suffices. Among
     * equals the one that is in overtime for longest. Expects that all together suffice.
     *
     * @param list<Reservation> $overtime
     * @return list<string> their meetingIDs
     */
    public static function choose(array $overtime, int $needed): array
    {
        $left = array_filter($overtime, static fn (Reservation $each): bool => $each->taken() > 0);
        usort($left, static fn (Reservation $a, Reservation $b): int => [$a->until, $a->sortableId()] <=> [$b->until, $b->sortableId()]);
        $chosen = [];
        while ($needed > 0 && $left !== []) {
            $next = self::next($left, $needed);
            $chosen[] = $next->meetingID;
            $needed -= $next->taken();
            $left = array_values(array_filter($left, static fn (Reservation $each): bool => $each !== $next));
        }

        return $chosen;
    }

    /**
     * Finds the smallest meeting that suffices, else the largest. The first of equals: they are in
     * the order of overtime.
     *
     * @param non-empty-list<Reservation> $meetings
     */
    private static function next(array $meetings, int $needed): Reservation
    {
        $chosen = $meetings[0];
        foreach ($meetings as $each) {
            $fewerThanNeeded = $chosen->taken() < $needed;
            if ($fewerThanNeeded ? $each->taken() > $chosen->taken() : self::isBetween($each, $needed, $chosen)) {
                $chosen = $each;
            }
        }

        return $chosen;
    }

    private static function isBetween(Reservation $each, int $needed, Reservation $smallest): bool
    {
        return $each->taken() >= $needed && $each->taken() < $smallest->taken();
    }
}
