<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Meeting;

/**
 * What is kept of a meeting between two questions: no passwords, and nothing that callbacks are
 * signed with.
 *
 * @phpstan-type Person array{userID?: string|null, fullName?: string|null, role?: string|null}
 * @phpstan-type Info array{
 *     createTime: int,
 *     internalMeetingID?: string|null,
 *     participantCount?: int|null,
 *     moderatorCount?: int|null,
 *     maxUsers?: int|null,
 *     hasBeenForciblyEnded?: bool|null,
 *     recording?: bool|null,
 *     wasRecorded?: bool,
 *     attendees: list<Person>,
 * }
 */
final class Snapshot
{
    private const KEPT = ['createTime', 'internalMeetingID', 'participantCount', 'moderatorCount', 'maxUsers', 'hasBeenForciblyEnded', 'recording', 'wasRecorded'];

    private const KEPT_OF_PEOPLE = ['userID' => true, 'fullName' => true, 'role' => true];

    /**
     * Writes down the answer of the server.
     *
     * @param array<string, mixed>|null $reply of `getMeetingInfo`; null when there is no meeting
     * @param string|null $before what was known until then: who pauses a recording does not undo it
     */
    public static function of(?array $reply, ?string $before = null): string
    {
        if ($reply === null) {
            return 'null';
        }
        $known = self::read($before);
        $isSame = $known !== null && $known['createTime'] === ($reply['createTime'] ?? 0);
        if (($reply['recording'] ?? false) === true || ($isSame && ($known['wasRecorded'] ?? false))) {
            $reply['wasRecorded'] = true;
        }
        $attendees = is_array($reply['attendees'] ?? null) ? array_filter($reply['attendees'], is_array(...)) : [];
        $people = array_map(
            static fn (array $person): array => array_intersect_key($person, self::KEPT_OF_PEOPLE),
            array_values($attendees),
        );
        $kept = array_intersect_key($reply, array_flip(self::KEPT)) + ['attendees' => $people];

        return json_encode($kept, JSON_THROW_ON_ERROR | JSON_INVALID_UTF8_SUBSTITUTE);
    }

    /** Writes down a meeting that was just opened: nobody is in yet. */
    public static function ofOpened(int $createTime, int $maxUsers): string
    {
        return self::of([
            'createTime' => $createTime,
            'participantCount' => 0,
            'moderatorCount' => 0,
            'maxUsers' => $maxUsers,
        ]);
    }

    /** @return Info|null null for no meeting, and for what cannot be read */
    public static function read(?string $snapshot): ?array
    {
        $info = $snapshot === null ? null : json_decode($snapshot, true);
        $isInfo = is_array($info) && is_int($info['createTime'] ?? null) && is_array($info['attendees'] ?? null);

        /** @var Info|null */
        return $isInfo ? $info : null;
    }

    /**
     * Tells who was in, to compare two snapshots by.
     *
     * @return list<string>|null null for no meeting
     */
    public static function people(?string $snapshot): ?array
    {
        $info = self::read($snapshot);
        if ($info === null) {
            return null;
        }
        $ids = array_map(static fn (array $person): string => $person['userID'] ?? '', $info['attendees']);
        sort($ids);

        return $ids;
    }
}
