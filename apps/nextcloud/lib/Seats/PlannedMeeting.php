<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Seats;

/**
 * One meeting that has seats or an end; its row is there before the server is asked to create it. All
 * times in epoch ms, 0 for never.
 *
 * @phpstan-type Ends array{times: int, lastAt: int, failed?: bool, byPerson?: bool, gaveUp?: bool, pending?: bool}
 * @phpstan-type Seen array{at: int, meeting: 'live'|'ending'|'absent'}
 * @phpstan-type Changes array{
 *     create_time?: int, opened_at?: int, planned_end_at?: int, seats?: int, people?: int, state?: 'live',
 *     warned_at?: int, ends?: string, seen_at?: int, seen?: string, due_at?: int
 * }
 */
final class PlannedMeeting
{
    /**
     * @param string $account whose seats it takes
     * @param int $roomId 0 for a meeting that another system has on the same account
     * @param int $createTime when it began by the server's clock; 0 while planned
     * @param string $locale of whoever opened it
     * @param int $openedAt when it was decided to open it
     * @param int $plannedEndAt 0 for a meeting that may last
     * @param int $seats it reserves; 0 where the server reserves none
     * @param int|null $people who was in when it was last read
     * @param 'planned'|'live'|'ended' $state
     * @param Ends|null $ends `end` calls so far. `pending`: the last one was decided, and nobody has
     *     written down yet what became of it
     * @param Seen|null $seen what the last look at the server found
     * @param int $revision grows with every change
     */
    public function __construct(
        public readonly int $id,
        public readonly string $account,
        public readonly int $roomId,
        public readonly string $meetingID,
        public readonly int $createTime,
        public readonly string $locale,
        public readonly int $openedAt,
        public readonly int $plannedEndAt,
        public readonly int $seats,
        public readonly ?int $people,
        public readonly string $state,
        public readonly int $warnedAt,
        public readonly ?array $ends,
        public readonly ?array $seen,
        public readonly int $revision,
    ) {
    }

    /**
     * Reads a meeting from its row.
     *
     * @param array<string, mixed> $row
     */
    public static function of(array $row): self
    {
        $text = static fn (string $column): string => is_scalar($row[$column] ?? null) ? (string) $row[$column] : '';
        $number = static fn (string $column): int => (int) $text($column);
        $state = $text('state');
        $seen = $text('seen');
        $ends = json_decode($text('ends'), true);
        $isEnds = is_array($ends) && is_int($ends['times'] ?? null) && is_int($ends['lastAt'] ?? null);

        /** @var Ends|null $ends */
        $ends = $isEnds ? $ends : null;

        return new self(
            $number('id'),
            $text('account'),
            $number('room_id'),
            $text('meeting_id'),
            $number('create_time'),
            $text('locale'),
            $number('opened_at'),
            $number('planned_end_at'),
            $number('seats'),
            $number('people') < 0 ? null : $number('people'),
            $state === 'planned' || $state === 'live' ? $state : 'ended',
            $number('warned_at'),
            $ends,
            $seen === 'live' || $seen === 'ending' || $seen === 'absent' ? ['at' => $number('seen_at'), 'meeting' => $seen] : null,
            $number('revision'),
        );
    }
}
