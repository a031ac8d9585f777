<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Seats;

use OCA\Bluebridge\Clock;
use OCA\Bluebridge\Schedule\DueMeetings;
use OCA\Bluebridge\Schedule\Moments;
use OCA\Bluebridge\Vendor\Bluebridge\Core\Errors\BbbException;

/** Keeps the ledger in step with what the server says, also of meetings that other systems opened. */
class SeatsSync
{
    /** An account has fewer meetings than that; of longer lists the rest is left out. */
    private const MOST_MEETINGS = 1000;

    private const LONGEST_ID = 256;

    /** Ten years. */
    private const MOST_MINUTES = 5_256_000;

    private const MOST_SEATS = 1_000_000;

    /** Ms between two readings of the list. */
    private const PAUSE = 60_000;

    private const SOONEST = 5_000;

    /** A meeting that was just created may not be in the list yet, ms. */
    private const APPEARS_WITHIN = 30_000;

    public function __construct(
        private readonly PlannedMeetings $planned,
        private readonly DueMeetings $due,
        private readonly Moments $moments,
        private readonly Clock $clock,
    ) {
    }

    /**
     * Reads the server's list of meetings, unless that was done a moment ago. What fails is tried again
     * the next time: refusals teach the same, only later.
     *
     * @param bool $isUrgent the server disagrees with what we know
     */
    public function refresh(Account $account, bool $isUrgent = false): void
    {
        $now = $this->clock->now();
        $pause = $isUrgent ? self::SOONEST : self::PAUSE;
        if (!$account->server->has('reservesSeats') || !$this->moments->claim("sync_{$account->key}", $now, $pause)) {
            return;
        }
        try {
            $reply = $account->client()->call('getMeetings');
        } catch (BbbException) {
            return;
        }
        $meetings = is_array($reply['meetings'] ?? null) ? array_values(array_filter($reply['meetings'], is_array(...))) : [];
        $counted = array_filter(
            array_slice($meetings, 0, self::MOST_MEETINGS),
            static fn (array $each): bool => ($each['isBreakout'] ?? false) !== true && ($each['hasBeenForciblyEnded'] ?? false) !== true,
        );
        $this->compare($account, array_values($counted), $now);
    }

    /** @param list<array<array-key, mixed>> $listed */
    private function compare(Account $account, array $listed, int $askedAt): void
    {
        $open = $this->planned->open($account->key);
        $created = [];
        foreach ($listed as $each) {
            $meetingID = is_string($each['meetingID'] ?? null) ? $each['meetingID'] : '';
            if ($meetingID === '' || mb_strlen($meetingID) > self::LONGEST_ID) {
                // Some databases would cut it, and it were another one each time; others would refuse it.
                continue;
            }
            $createTime = is_int($each['createTime'] ?? null) ? $each['createTime'] : 0;
            $created[$meetingID] = $createTime;
            $known = array_filter($open, static fn (PlannedMeeting $meeting): bool => $meeting->meetingID === $meetingID);
            $people = is_int($each['participantCount'] ?? null) ? $each['participantCount'] : 0;
            $first = reset($known);
            if ($first === false) {
                $this->add($account, $meetingID, $createTime, $each, $people, $askedAt);
            } elseif ($first->state === 'live' && $first->people !== $people) {
                $this->planned->change($first, ['people' => $people]);
            }
        }
        foreach ($open as $meeting) {
            $isListed = ($created[$meeting->meetingID] ?? null) === $meeting->createTime;
            if ($meeting->state === 'live' && !$isListed && $meeting->openedAt + self::APPEARS_WITHIN < $askedAt) {
                $this->leaveOut($meeting);
            }
        }
    }

    /** @param array<array-key, mixed> $listed */
    private function add(Account $account, string $meetingID, int $createTime, array $listed, int $people, int $seenAt): void
    {
        // Other systems send what they like; sums of it must stay numbers.
        $within = static fn (mixed $number, int $most): int => is_int($number) ? max(0, min($number, $most)) : 0;
        $minutes = $within($listed['duration'] ?? null, self::MOST_MINUTES);
        $seats = $within($listed['maxUsers'] ?? null, self::MOST_SEATS);
        $plannedEndAt = $minutes > 0 ? $createTime + $minutes * 60_000 : 0;
        $this->planned->addForeign($account->key, $meetingID, $createTime, $plannedEndAt, $seats, $people, $seenAt);
    }

    /** What is missing proves little: a meeting of ours is looked for by its name before it counts as gone. */
    private function leaveOut(PlannedMeeting $meeting): void
    {
        if ($meeting->roomId === 0) {
            $this->planned->end($meeting, 'server', $this->clock->now());
        } else {
            $this->due->hasten($meeting->id, $this->clock->now());
        }
    }
}
