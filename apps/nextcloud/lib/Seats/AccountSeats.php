<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Seats;

use OCA\Bluebridge\Vendor\Bluebridge\Core\Rooms\SeatLedger;
use OCA\Bluebridge\Vendor\Bluebridge\Core\Rooms\Seats\Reservation;
use OCA\Bluebridge\Vendor\Bluebridge\Core\Rooms\Seats\SeatAccount;
use OCA\Bluebridge\Vendor\Bluebridge\Core\Rooms\Seats\SeatRequest;

/** The ledger as the core counts it. Reservations bear the ids of our rows. */
final class AccountSeats
{
    private const MINUTE = 60_000;

    /** How long a server keeps the seats of a meeting that was ended, ms. */
    private const LETTING_GO = 10_000;

    /**
     * Gives an account as it is now.
     *
     * @param list<PlannedMeeting> $open
     */
    public static function of(array $open, int $connections, int $now): SeatAccount
    {
        $reservations = array_filter(array_map(self::reservationOf(...), $open));

        return SeatLedger::settle(new SeatAccount($connections, array_values($reservations)), $now);
    }

    /** Gives the request of a room that would open now. */
    public static function request(Wish $wish, int $now): SeatRequest
    {
        return new SeatRequest('to be opened', $wish->seats, $now, $now + max(1, $wish->minutes) * self::MINUTE);
    }

    private static function reservationOf(PlannedMeeting $meeting): ?Reservation
    {
        if ($meeting->seats === 0 || $meeting->plannedEndAt === 0) {
            return null;
        }
        $id = (string) $meeting->id;
        $from = $meeting->createTime === 0 ? $meeting->openedAt : min($meeting->openedAt, $meeting->createTime);
        $ends = $meeting->ends;
        if ($ends !== null && ($ends['failed'] ?? false) !== true) {
            // It was told to end: its seats are free in a moment, and nobody has to give way for them.
            $until = min($meeting->plannedEndAt, $ends['lastAt'] + self::LETTING_GO);

            return new Reservation($id, $meeting->seats, $from, $until, 'held', 0);
        }
        // Servers may count a meeting in overtime by what it reserved: never by less.
        $live = $meeting->people !== null && $meeting->people > $meeting->seats ? $meeting->people : null;
        $state = $meeting->state === 'planned' ? 'planned' : 'held';

        return new Reservation($id, $meeting->seats, $from, $meeting->plannedEndAt, $state, $live);
    }
}
