<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Seats;

use Bluebridge\WordPress\Clock;
use Bluebridge\WordPress\Meetings\Place;
use Bluebridge\WordPress\Meetings\Places;
use Bluebridge\WordPress\Rooms\StoredRoom;
use Bluebridge\WordPress\Vendor\Bluebridge\Core\Errors\BbbError;
use Bluebridge\WordPress\Vendor\Bluebridge\Core\Errors\BbbException;
use Bluebridge\WordPress\Vendor\Bluebridge\Core\Rooms\JoinPlanner;
use Bluebridge\WordPress\Vendor\Bluebridge\Core\Rooms\MeetingState;
use Bluebridge\WordPress\Vendor\Bluebridge\Core\Rooms\Participant;
use Bluebridge\WordPress\Vendor\Bluebridge\Core\Rooms\RoomCalls;
use Bluebridge\WordPress\Vendor\Bluebridge\Core\Rooms\SeatLedger;

/**
 * Decides whether a room may open, and writes its reservation down before the server is asked: of two
 * who want the last seats at once, one gets them. Source: IntegrationAPI page, section 3.
 *
 * @phpstan-import-type JoinPlan from JoinPlanner
 * @phpstan-import-type Shortage from Places
 * @phpstan-import-type SeatVerdict from SeatLedger
 */
final class Reservations implements Places
{
    private const MINUTE = 60_000;

    /** Each that fails has lost against somebody who got seats. */
    private const MOST_TRIES = 20;

    /** A meeting that was just opened may not be seen yet, ms. */
    private const APPEARS_WITHIN = 10_000;

    /** Longer than the client waits for an answer to `end`, ms. */
    private const END_TAKES = 120_000;

    public function __construct(
        private readonly Accounts $accounts,
        private readonly PlannedMeetings $planned,
        private readonly SeatsSync $sync,
        private readonly EvictedPeople $evicted,
        private readonly Clock $clock,
    ) {
    }

    public function defaults(StoredRoom $room): array
    {
        return $this->accounts->of($room->meetingID)->terms->defaults();
    }

    public function verdict(StoredRoom $room): ?array
    {
        $account = $this->accounts->of($room->meetingID);
        if ($account->connections() === null) {
            return null;
        }
        $params = RoomCalls::createParams($room->forMeetings(), $account->server, $account->terms->defaults());

        return $this->verdictOf($room, Wish::in($params, $account->server), $account, $this->planned->open($account->key));
    }

    public function take(StoredRoom $room, Participant $participant, array $params, array $evicts): Place|array
    {
        $account = $this->accounts->of($room->meetingID);
        $wish = Wish::in($params, $account->server);
        if ($account->connections() !== null) {
            $this->sync->refresh($account);
        }
        for ($tries = 0; $tries < self::MOST_TRIES; $tries++) {
            $turn = $this->planned->lastTurn($account->key) + 1;
            $open = $this->planned->open($account->key);
            $own = self::ownOf($room, $open);
            $refusal = $own === null ? null : $this->settled($own);
            if ($refusal !== null) {
                return $refusal;
            }
            $verdict = $this->verdictOf($room, $wish, $account, $open);
            $evicted = $verdict !== null && $verdict['kind'] === 'evicts' ? $verdict['meetings'] : [];
            $agreeing = self::agreeing($participant, array_diff($evicted, $evicts) === []);
            $plan = JoinPlanner::plan($room->forMeetings(), $agreeing, MeetingState::absent($verdict), $this->clock->now());
            if ($plan['kind'] !== 'start') {
                return $plan;
            }
            $meeting = $this->promise($room, $own, $wish, $account, $turn);
            if ($meeting !== null) {
                $this->evicted->tell($account, array_filter($open, static fn (PlannedMeeting $each): bool =>
                    in_array((string) $each->id, $evicted, true)));

                return new Place($room, $meeting->id, $wish->minutes);
            }
        }
        throw new BbbException(BbbError::ServerUnavailable, 'too many rooms open at this moment', 'create', retryable: true);
    }

    public function opened(Place $place, array $reply): void
    {
        $meeting = $this->planned->get($place->id);
        $createTime = is_int($reply['createTime'] ?? null) ? $reply['createTime'] : 0;
        if ($meeting === null || $meeting->state === 'ended' || $createTime === 0) {
            return;
        }
        $minutes = is_int($reply['duration'] ?? null) && $reply['duration'] > 0 ? $reply['duration'] : $place->minutes;
        // Whoever wrote this down before said the same.
        $this->planned->change($meeting, [
            'state' => 'live',
            'create_time' => $createTime,
            'planned_end_at' => $minutes === 0 ? 0 : self::startOf($meeting, $createTime) + $minutes * self::MINUTE,
            'due_at' => $this->clock->now(),
        ]);
    }

    /** @return Shortage|null */
    public function failed(Place $place, BbbException $error): ?array
    {
        if (self::isRefusal($error->error)) {
            $this->planned->end($place->id, 'never_opened', $this->clock->now());
        }
        if ($error->error !== BbbError::SeatsExhausted) {
            return null;
        }
        $account = $this->accounts->of($place->room->meetingID);
        // Our records had seats: they are brought up to what the server says.
        $this->sync->refresh($account, true);
        $verdict = $this->verdict($place->room);

        return $verdict !== null && $verdict['kind'] === 'short'
            ? ['kind' => 'refuse', 'reason' => 'seats_exhausted', 'nextWindow' => $verdict['nextWindow']]
            : ['kind' => 'refuse', 'reason' => 'seats_exhausted'];
    }

    /** Clocks of servers differ a little; a meeting that began long before is an older one. */
    public static function startOf(PlannedMeeting $meeting, int $createTime): int
    {
        return $createTime < $meeting->openedAt - 5 * self::MINUTE ? $createTime : $meeting->openedAt;
    }

    /**
     * Clears up what our records have of a room that has no meeting on the server.
     *
     * @return array{kind: 'wait', reason: 'ending'}|null
     */
    private function settled(PlannedMeeting $own): ?array
    {
        $now = $this->clock->now();
        if (($own->ends['pending'] ?? false) === true && $now < ($own->ends['lastAt'] ?? 0) + self::END_TAKES) {
            // An `end` under way would hit whatever opens now.
            return ['kind' => 'wait', 'reason' => 'ending'];
        }
        if ($own->state !== 'live') {
            return null;
        }
        if ($now < $own->openedAt + self::APPEARS_WITHIN) {
            throw new BbbException(BbbError::IdNotUnique, 'somebody else has just opened the room', 'create');
        }
        $this->planned->end($own->id, ($own->ends['byPerson'] ?? false) === true ? 'person' : 'server', $now);

        return null;
    }

    /**
     * @param list<PlannedMeeting> $open
     * @return SeatVerdict|null
     */
    private function verdictOf(StoredRoom $room, Wish $wish, Account $account, array $open): ?array
    {
        $connections = $account->connections();
        if ($connections === null || !$wish->isCounted()) {
            return null;
        }
        $now = $this->clock->now();
        $others = array_values(array_filter($open, static fn (PlannedMeeting $each): bool => $each->roomId !== $room->id));

        return SeatLedger::verdict(AccountSeats::of($others, $connections, $now), AccountSeats::request($wish, $now));
    }

    private function promise(StoredRoom $room, ?PlannedMeeting $own, Wish $wish, Account $account, int $turn): ?PlannedMeeting
    {
        $now = $this->clock->now();
        $plannedEndAt = $wish->minutes === 0 ? 0 : $now + $wish->minutes * self::MINUTE;
        if ($own !== null && $own->state === 'planned') {
            // Whoever was here before us died or is opening the room just now: the same meeting either way.
            return $this->planned->promise($own, $turn, [
                'opened_at' => $now,
                'planned_end_at' => $plannedEndAt,
                'seats' => $wish->seats,
                'due_at' => $now + NewMeeting::OPENING_TAKES,
            ]);
        }

        return $this->planned->add(
            $account->key,
            $turn,
            new NewMeeting($room->id, $room->meetingID, get_user_locale(), $now, $plannedEndAt, $wish->seats),
        );
    }

    /** @param list<PlannedMeeting> $open */
    private static function ownOf(StoredRoom $room, array $open): ?PlannedMeeting
    {
        $own = array_filter($open, static fn (PlannedMeeting $each): bool => $each->roomId === $room->id);

        return $own === [] ? null : end($own);
    }

    private static function agreeing(Participant $one, bool $agrees): Participant
    {
        return new Participant(
            $one->userID,
            $one->fullName,
            $one->isModerator,
            $one->isGuest,
            $one->isBanned,
            $one->code,
            $one->recordingConsent,
            $agrees,
        );
    }

    /** Tells whether an error means that there is no meeting. After others there may be one. */
    private static function isRefusal(BbbError $error): bool
    {
        return !in_array($error, [
            BbbError::Unreachable,
            BbbError::Timeout,
            BbbError::BadReply,
            BbbError::ServerUnavailable,
            BbbError::IdNotUnique,
        ], true);
    }
}
