<?php

declare(strict_types=1);

namespace Bluebridge\Core\Rooms;

use Bluebridge\Core\Rooms\Seats\SeatAccount;

/** What is known of a meeting that has a planned end. All times in epoch ms. */
final class EndState
{
    /**
     * @param int|null $participantCount people who are in; null when not known
     * @param int $grace how long people may stay after the planned end, ms
     * @param SeatAccount|null $account seats of the account, the meeting's own among them; null when
     *     the server reserves none
     * @param int|null $extensionWanted minutes that a moderator asked for and nobody has answered yet
     * @param int|null $warnedAt when people were last warned
     * @param array{times: int, lastAt: int, failed?: bool}|null $ends `end` calls so far, the last of
     *     them, and whether it failed
     * @param array{at: int, meeting: 'live'|'ending'|'absent'}|null $read what the last read of the
     *     meeting found
     */
    public function __construct(
        public readonly string $meetingID,
        public readonly int $startedAt,
        public readonly int $plannedEndAt,
        public readonly RoomCapabilities $server,
        public readonly ?int $participantCount = null,
        public readonly int $grace = 0,
        public readonly ?SeatAccount $account = null,
        public readonly ?int $extensionWanted = null,
        public readonly ?int $warnedAt = null,
        public readonly ?array $ends = null,
        public readonly ?array $read = null,
    ) {
    }
}
