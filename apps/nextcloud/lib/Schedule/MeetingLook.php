<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Schedule;

use OCA\Bluebridge\Clock;
use OCA\Bluebridge\Seats\Account;
use OCA\Bluebridge\Seats\PlannedMeeting;
use OCA\Bluebridge\Seats\PlannedMeetings;
use OCA\Bluebridge\Vendor\Bluebridge\Core\Errors\BbbError;
use OCA\Bluebridge\Vendor\Bluebridge\Core\Errors\BbbException;

/** Looks at the server for a planned meeting. */
class MeetingLook
{
    public function __construct(private readonly PlannedMeetings $planned, private readonly Clock $clock)
    {
    }

    /**
     * Reads a meeting by its name; null when there is none.
     *
     * @return array<string, mixed>|null
     * @throws BbbException when the server fails
     */
    public static function read(Account $account, string $meetingID): ?array
    {
        try {
            return $account->client()->call('getMeetingInfo', ['meetingID' => $meetingID]);
        } catch (BbbException $error) {
            if ($error->error === BbbError::MeetingNotFound) {
                return null;
            }
            throw $error;
        }
    }

    /**
     * Looks for a meeting and writes down what was found.
     *
     * @return array{info: array<string, mixed>|null, meeting: PlannedMeeting|null} `info` is null when
     *     this meeting is gone, also when another one of the room has begun since; `meeting` when
     *     somebody else changed it meanwhile
     * @throws BbbException when the server fails
     */
    public function at(Account $account, PlannedMeeting $meeting): array
    {
        $found = self::read($account, $meeting->meetingID);
        $info = ($found['createTime'] ?? null) === $meeting->createTime ? $found : null;
        $changes = match (true) {
            $info === null => ['seen' => 'absent'],
            ($info['hasBeenForciblyEnded'] ?? null) === true => ['seen' => 'ending'],
            default => ['seen' => 'live', 'people' => self::peopleIn($info)],
        };

        return ['info' => $info, 'meeting' => $this->planned->change($meeting, ['seen_at' => $this->clock->now()] + $changes)];
    }

    /** @param array<string, mixed> $info */
    private static function peopleIn(array $info): int
    {
        $count = $info['participantCount'] ?? null;

        return is_int($count) ? $count : count(is_array($info['attendees'] ?? null) ? $info['attendees'] : []);
    }
}
