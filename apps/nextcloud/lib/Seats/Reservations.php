<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Seats;

use OCA\Bluebridge\Clock;
use OCA\Bluebridge\Db\Room;
use OCA\Bluebridge\Service\RoomTerms;
use OCA\Bluebridge\Vendor\Bluebridge\Core\Errors\BbbError;
use OCA\Bluebridge\Vendor\Bluebridge\Core\Errors\BbbException;
use OCA\Bluebridge\Vendor\Bluebridge\Core\Rooms\JoinPlanner;
use OCA\Bluebridge\Vendor\Bluebridge\Core\Rooms\MeetingState;
use OCA\Bluebridge\Vendor\Bluebridge\Core\Rooms\Participant;
use OCA\Bluebridge\Vendor\Bluebridge\Core\Rooms\RoomCalls;
use OCA\Bluebridge\Vendor\Bluebridge\Core\Rooms\RoomToCreate;
use OCA\Bluebridge\Vendor\Bluebridge\Core\Rooms\SeatLedger;
use OCP\IL10N;

/**
 * Decides whether a room may open, and writes its reservation down before the server is asked: of two
 * who want the last seats at once, one gets them. Source: IntegrationAPI page, section 3.
 *
 * @phpstan-import-type JoinPlan from JoinPlanner
 * @phpstan-import-type AccountDefaults from RoomToCreate
 * @phpstan-import-type SeatVerdict from SeatLedger
 * @phpstan-import-type SeatWindow from SeatLedger
 * @phpstan-type Shortage array{kind: 'refuse', reason: 'seats_exhausted', nextWindow?: SeatWindow|null}
 */
class Reservations
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
        private readonly RoomTerms $terms,
        private readonly IL10N $l10n,
        private readonly Clock $clock,
    ) {
    }

    /**
     * Gives what a room takes that says nothing.
     *
     * @return AccountDefaults
     */
    public function defaults(Room $room): array
    {
        return $this->accounts->of($room->getMeetingId())->terms->defaults();
    }

    /**
     * Tells whether there is a place for a room that would open now. Asks no server.
     *
     * @return SeatVerdict|null null where places are not counted
     */
    public function verdict(Room $room): ?array
    {
        $account = $this->accounts->of($room->getMeetingId());
        $params = RoomCalls::createParams($this->terms->of($room), $account->server, $account->terms->defaults());

        return $this->verdictOf($room, Wish::in($params, $account->server), $account, $this->planned->open($account->key));
    }

    /**
     * Takes a place for a room that has no meeting.
     *
     * @param array<array-key, mixed> $params of the `create` that follows
     * @param list<string> $evicts meetings that this person has agreed to end
     * @return Place|JoinPlan a plan when there is no place
     * @throws BbbException `id_not_unique` when somebody else has just opened the room: look once more
     */
    public function take(Room $room, Participant $participant, array $params, array $evicts): Place|array
    {
        $account = $this->accounts->of($room->getMeetingId());
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
            $plan = JoinPlanner::plan($this->terms->of($room), $agreeing, MeetingState::absent($verdict), $this->clock->now());
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

    /**
     * Notes that the meeting is there.
     *
     * @param array<array-key, mixed> $reply to `create`
     */
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

    /**
     * Notes that `create` failed.
     *
     * @return Shortage|null why somebody who cannot have a place is refused; null for other failures
     */
    public function failed(Place $place, BbbException $error): ?array
    {
        $meeting = self::isRefusal($error->error) ? $this->planned->get($place->id) : null;
        if ($meeting !== null) {
            $this->planned->end($meeting, 'never_opened', $this->clock->now());
        }
        if ($error->error !== BbbError::SeatsExhausted) {
            return null;
        }
        $account = $this->accounts->of($place->room->getMeetingId());
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
        $this->planned->end($own, ($own->ends['byPerson'] ?? false) === true ? 'person' : 'server', $now);

        return null;
    }

    /**
     * @param list<PlannedMeeting> $open
     * @return SeatVerdict|null
     */
    private function verdictOf(Room $room, Wish $wish, Account $account, array $open): ?array
    {
        $connections = $account->connections();
        if ($connections === null || !$wish->isCounted()) {
            return null;
        }
        $now = $this->clock->now();
        $others = array_values(array_filter($open, static fn (PlannedMeeting $each): bool => $each->roomId !== $room->getId()));

        return SeatLedger::verdict(AccountSeats::of($others, $connections, $now), AccountSeats::request($wish, $now));
    }

    private function promise(Room $room, ?PlannedMeeting $own, Wish $wish, Account $account, int $turn): ?PlannedMeeting
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
            new NewMeeting($room->getId(), $room->getMeetingId(), $this->l10n->getLanguageCode(), $now, $plannedEndAt, $wish->seats),
        );
    }

    /** @param list<PlannedMeeting> $open */
    private static function ownOf(Room $room, array $open): ?PlannedMeeting
    {
        $own = array_filter($open, static fn (PlannedMeeting $each): bool => $each->roomId === $room->getId());

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
