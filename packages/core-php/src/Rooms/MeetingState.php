<?php

declare(strict_types=1);

namespace Bluebridge\Core\Rooms;

/**
 * What is known of a room's meeting right now.
 *
 * @phpstan-import-type SeatVerdict from SeatLedger
 * @phpstan-type Info array{createTime: int, participantCount?: int|null, moderatorCount?: int|null, maxUsers?: int|null, hasBeenForciblyEnded?: bool|null, recording?: bool|null, attendees: list<array{userID?: string|null, role?: string|null, ...}>, ...}
 */
final class MeetingState
{
    /**
     * @param 'absent'|'ending'|'live' $kind
     * @param SeatVerdict|null $seats
     * @param list<string> $userIDs
     */
    private function __construct(
        public readonly string $kind,
        public readonly ?array $seats = null,
        public readonly int $createTime = 0,
        public readonly int $participantCount = 0,
        public readonly int $moderatorCount = 0,
        public readonly int $maxUsers = 0,
        public readonly array $userIDs = [],
        public readonly bool $recording = false,
    ) {
    }

    /**
     * The server knows no such meeting.
     *
     * @param SeatVerdict|null $seats whether the account's seats suffice for a start now
     *     (`SeatLedger::verdict`); null for no limit
     */
    public static function absent(?array $seats = null): self
    {
        return new self('absent', $seats);
    }

    /** Ended a moment ago; the server has not cleaned up yet. */
    public static function ending(): self
    {
        return new self('ending');
    }

    /**
     * The meeting runs.
     *
     * @param int $createTime epoch ms
     * @param int $maxUsers 0 is unlimited
     * @param list<string> $userIDs external ids of those who are in; they keep their seat
     * @param bool $recording recording is on at this moment
     */
    public static function live(
        int $createTime,
        int $participantCount,
        int $moderatorCount,
        int $maxUsers = 0,
        array $userIDs = [],
        bool $recording = false,
    ): self {
        return new self('live', null, $createTime, $participantCount, $moderatorCount, $maxUsers, $userIDs, $recording);
    }

    /**
     * Reads the state from a `getMeetingInfo` reply.
     *
     * @param Info|null $info null when the server knows no such meeting
     */
    public static function fromInfo(?array $info): self
    {
        if ($info === null) {
            return self::absent();
        }
        if (($info['hasBeenForciblyEnded'] ?? false) === true) {
            return self::ending();
        }
        $roles = array_map(static fn (array $attendee): ?string => $attendee['role'] ?? null, $info['attendees']);
        $userIDs = array_map(static fn (array $attendee): ?string => $attendee['userID'] ?? null, $info['attendees']);

        return self::live(
            $info['createTime'],
            // Some servers leave the counters out; the list of attendees says the same.
            $info['participantCount'] ?? count($info['attendees']),
            $info['moderatorCount'] ?? count(array_keys($roles, 'MODERATOR', true)),
            $info['maxUsers'] ?? 0,
            array_values(array_filter($userIDs, is_string(...))),
            ($info['recording'] ?? false) === true,
        );
    }
}
