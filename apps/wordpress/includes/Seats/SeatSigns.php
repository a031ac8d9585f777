<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Seats;

use Bluebridge\WordPress\Clock;
use Bluebridge\WordPress\Meetings\Snapshot;
use Bluebridge\WordPress\Rooms\Rights;
use Bluebridge\WordPress\Rooms\StoredRoom;
use Bluebridge\WordPress\Schedule\EndStates;
use Bluebridge\WordPress\Schedule\ExtensionOffer;
use Bluebridge\WordPress\Vendor\Bluebridge\Core\Rooms\EndPlan;
use Bluebridge\WordPress\Vendor\Bluebridge\Core\Rooms\RoomCalls;
use Bluebridge\WordPress\Vendor\Bluebridge\Core\Rooms\SeatLedger;
use Bluebridge\WordPress\Vendor\Bluebridge\Core\Rooms\Seats\SeatAccount;

/**
 * What people who lead a room read about its seats and its end: what opening takes, who has the seats
 * where they do not suffice, when the meeting ends. It asks no server.
 *
 * @phpstan-import-type Info from Snapshot
 * @phpstan-type SeatSign array{lines: list<string>, holders: list<string>, taken: int, total: int, confirms: string, extend: string}
 */
final class SeatSigns
{
    private const MINUTE = 60_000;

    /** For people who learn nothing. */
    public const NOTHING = ['lines' => [], 'holders' => [], 'taken' => 0, 'total' => 0, 'confirms' => '', 'extend' => ''];

    public function __construct(
        private readonly Accounts $accounts,
        private readonly PlannedMeetings $planned,
        private readonly SeatHolders $holders,
        private readonly Clock $clock,
    ) {
    }

    /**
     * Writes the sign of a room for the current user.
     *
     * @param Info|null $info what is known of its meeting; null for none
     * @return SeatSign
     */
    public function of(StoredRoom $room, ?array $info): array
    {
        if (!current_user_can(Rights::LEAD, $room->id)) {
            return self::NOTHING;
        }
        $account = $this->accounts->of($room->meetingID);

        return $info === null ? $this->beforeIt($room, $account) : $this->duringIt($room, $account, $info);
    }

    /** @return SeatSign */
    private function beforeIt(StoredRoom $room, Account $account): array
    {
        $params = RoomCalls::createParams($room->forMeetings(), $account->server, $account->terms->defaults());
        $wish = Wish::in($params, $account->server);
        if (!$wish->isCounted()) {
            return self::NOTHING;
        }
        $lines = [SeatWords::wish($wish)];
        $connections = $account->connections();
        if ($connections === null) {
            return ['lines' => $lines] + self::NOTHING;
        }
        $now = $this->clock->now();
        $open = array_values(array_filter(
            $this->planned->open($account->key),
            static fn (PlannedMeeting $each): bool => $each->roomId !== $room->id,
        ));
        $seats = AccountSeats::of($open, $connections, $now);
        $verdict = SeatLedger::verdict($seats, AccountSeats::request($wish, $now));
        $free = self::freeNow($seats, $now);
        // Why it cannot open, and when it can, is in the words of the plan.
        $lines[] = SeatWords::free($free);
        $evicted = $verdict['kind'] === 'evicts' ? $verdict['meetings'] : null;
        $holders = $verdict['kind'] === 'fits' ? [] : $this->holders->of($seats, $open, $now, $evicted);

        return [
            'lines' => $lines,
            'holders' => array_map(SeatWords::holder(...), $holders),
            'taken' => max(0, $connections - $free),
            'total' => $connections,
            'confirms' => implode(',', $evicted ?? []),
            'extend' => '',
        ];
    }

    /**
     * @param Info $info
     * @return SeatSign
     */
    private function duringIt(StoredRoom $room, Account $account, array $info): array
    {
        $meeting = $this->planned->openIn($room->id);
        $taken = $info['participantCount'] ?? count($info['attendees']);
        $total = max(0, $account->server->has('reservesSeats') ? $info['maxUsers'] ?? 0 : 0);
        $sign = [
            'lines' => $total === 0 ? [] : [SeatWords::taken($taken, $total)],
            'taken' => min($taken, $total),
            'total' => $total,
        ] + self::NOTHING;
        if ($meeting === null || $meeting->plannedEndAt === 0 || $meeting->ends !== null || $meeting->state !== 'live') {
            return $sign;
        }
        $now = $this->clock->now();
        $minutes = ExtensionOffer::of($meeting, $now);
        $state = EndStates::of($meeting, $account, $this->planned->open($account->key), $now, max(1, $minutes));
        $canExtend = $minutes > 0 && EndPlan::next($state, $now)['kind'] === 'extend';

        return [
            'lines' => [...$sign['lines'], self::endWords($meeting->plannedEndAt, $now)],
            'extend' => $canExtend ? SeatWords::extension($minutes) : '',
        ] + $sign;
    }

    private static function endWords(int $plannedEndAt, int $now): string
    {
        $left = intdiv($plannedEndAt - $now + self::MINUTE - 1, self::MINUTE);
        if ($left <= 0) {
            return __('The planned end is over: the meeting ends soon.', 'bluebridge');
        }

        return sprintf(
            /* translators: 1: a time of day, 2: number of minutes until then */
            _n('Planned end %1$s, in %2$d minute', 'Planned end %1$s, in %2$d minutes', $left, 'bluebridge'),
            SeatWords::moment($plannedEndAt),
            $left,
        );
    }

    /** Counts the seats that nobody has at this moment. */
    public static function freeNow(SeatAccount $account, int $now): int
    {
        return SeatLedger::freeSeats($account, $now, $now + self::MINUTE)[0]['free'] ?? 0;
    }
}
