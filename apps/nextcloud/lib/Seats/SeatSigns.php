<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Seats;

use OCA\Bluebridge\Clock;
use OCA\Bluebridge\Db\MeetingWatches;
use OCA\Bluebridge\Db\Room;
use OCA\Bluebridge\Meeting\Snapshot;
use OCA\Bluebridge\Schedule\EndStates;
use OCA\Bluebridge\Service\RoomTerms;
use OCA\Bluebridge\Vendor\Bluebridge\Core\Rooms\EndPlan;
use OCA\Bluebridge\Vendor\Bluebridge\Core\Rooms\RoomCalls;
use OCA\Bluebridge\Vendor\Bluebridge\Core\Rooms\SeatLedger;
use OCA\Bluebridge\Vendor\Bluebridge\Core\Rooms\Seats\SeatAccount;
use OCP\IUser;

/**
 * What people who lead a room read about its seats and its end: what opening takes, who has the seats
 * where they do not suffice, when the meeting ends. It asks no server.
 *
 * @phpstan-import-type Info from Snapshot
 * @phpstan-type SeatSign array{lines: list<string>, holders: list<string>, taken: int, total: int, confirms: list<string>, extend: string, plannedEndAt: int}
 */
class SeatSigns
{
    private const MINUTE = 60_000;

    private const NOTHING = ['lines' => [], 'holders' => [], 'taken' => 0, 'total' => 0, 'confirms' => [], 'extend' => '', 'plannedEndAt' => 0];

    public function __construct(
        private readonly Accounts $accounts,
        private readonly PlannedMeetings $planned,
        private readonly SeatHolders $holders,
        private readonly SeatWords $words,
        private readonly RoomTerms $terms,
        private readonly MeetingWatches $watches,
        private readonly Clock $clock,
    ) {
    }

    /**
     * Writes the sign of a room for somebody who leads it, by what is known of its meeting.
     *
     * @return SeatSign
     */
    public function of(Room $room, IUser $for): array
    {
        return $this->by($room, $for, Snapshot::read($this->watches->read($room->getMeetingId())->snapshot));
    }

    /**
     * Writes the sign of a room for somebody who leads it.
     *
     * @param Info|null $info what is known of its meeting; null for none
     * @return SeatSign
     */
    public function by(Room $room, IUser $for, ?array $info): array
    {
        $account = $this->accounts->of($room->getMeetingId());
        $isOpen = $info !== null && ($info['hasBeenForciblyEnded'] ?? false) !== true;

        return $isOpen ? $this->duringIt($room, $account, $info) : $this->beforeIt($room, $account, $for);
    }

    /** @return SeatSign */
    private function beforeIt(Room $room, Account $account, IUser $for): array
    {
        $params = RoomCalls::createParams($this->terms->of($room), $account->server, $account->terms->defaults());
        $wish = Wish::in($params, $account->server);
        if (!$wish->isCounted()) {
            return self::NOTHING;
        }
        $lines = [$this->words->wish($wish)];
        $connections = $account->connections();
        if ($connections === null) {
            return ['lines' => $lines] + self::NOTHING;
        }
        $now = $this->clock->now();
        $open = array_values(array_filter(
            $this->planned->open($account->key),
            static fn (PlannedMeeting $each): bool => $each->roomId !== $room->getId(),
        ));
        $seats = AccountSeats::of($open, $connections, $now);
        $verdict = SeatLedger::verdict($seats, AccountSeats::request($wish, $now));
        $free = self::freeNow($seats, $now);
        // Why it cannot open, and when it can, is in the words of the plan.
        $lines[] = $this->words->free($free);
        $evicted = $verdict['kind'] === 'evicts' ? $verdict['meetings'] : null;
        $holders = $verdict['kind'] === 'fits' ? [] : $this->holders->of($seats, $open, $for, $now, $evicted);

        return [
            'lines' => $lines,
            'holders' => array_map($this->words->holder(...), $holders),
            'taken' => max(0, $connections - $free),
            'total' => $connections,
            'confirms' => $evicted ?? [],
            'extend' => '',
            'plannedEndAt' => 0,
        ];
    }

    /**
     * @param Info $info
     * @return SeatSign
     */
    private function duringIt(Room $room, Account $account, array $info): array
    {
        $meeting = $this->planned->openIn($room->getId());
        $taken = $info['participantCount'] ?? count($info['attendees']);
        $total = max(0, $account->server->has('reservesSeats') ? $info['maxUsers'] ?? 0 : 0);
        $sign = [
            'lines' => $total === 0 ? [] : [$this->words->taken($taken, $total)],
            'taken' => min($taken, $total),
            'total' => $total,
        ] + self::NOTHING;
        if ($meeting === null || $meeting->plannedEndAt === 0 || $meeting->ends !== null || $meeting->state !== 'live') {
            return $sign;
        }
        $now = $this->clock->now();
        $state = EndStates::of($meeting, $account, $this->planned->open($account->key), $now, EndPlan::OFFERED_EXTENSION);
        $canExtend = EndPlan::next($state, $now)['kind'] === 'extend';

        return [
            'lines' => [...$sign['lines'], $this->words->plannedEnd($meeting->plannedEndAt)],
            'extend' => $canExtend ? $this->words->extend(EndPlan::OFFERED_EXTENSION) : '',
            'plannedEndAt' => $meeting->plannedEndAt,
        ] + $sign;
    }

    /** Counts the seats that nobody has at this moment. */
    public static function freeNow(SeatAccount $account, int $now): int
    {
        return SeatLedger::freeSeats($account, $now, $now + self::MINUTE)[0]['free'] ?? 0;
    }
}
