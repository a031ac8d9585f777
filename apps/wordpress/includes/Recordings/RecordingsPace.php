<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Recordings;

use Bluebridge\WordPress\Vendor\Bluebridge\Core\Rooms\RecordingsSync;

/**
 * When the server is asked about the recordings of a room.
 *
 * @phpstan-import-type Indexed from RecordingsSync
 */
final class RecordingsPace
{
    private const MINUTE = 60_000;

    private const HOUR = 3_600_000;

    /** How often to ask about what is being made, by how long that has gone on: ms to ms. */
    private const STEPS = [
        10 * self::MINUTE => self::MINUTE,
        self::HOUR => 5 * self::MINUTE,
        6 * self::HOUR => 15 * self::MINUTE,
        48 * self::HOUR => self::HOUR,
    ];

    /** What is not made by then is asked about like everything that is finished. */
    private const CALM = 6 * self::HOUR;

    /** An open meeting may end without anybody seeing it. */
    public const WHILE_LIVE = 10 * self::MINUTE;

    /** For so long after a meeting its recording may still turn up without having been seen. */
    private const AFTERWARDS = 15 * self::MINUTE;

    private const FIRST_PAUSE = 30_000;

    private const LONGEST_PAUSE = 30 * self::MINUTE;

    /** How many times sooner than by itself the plugin asks when somebody looks. */
    private const EAGERNESS = 6;

    private const STALE_USUALLY = 15 * self::MINUTE;

    /**
     * Plans when the plugin asks about a room again by itself, epoch ms; 0 where nothing is to be
     * expected before somebody looks.
     *
     * @param list<Indexed> $index
     */
    public static function next(RecordingList $list, array $index, int $now): int
    {
        if ($list->failures > 0) {
            return $now + (int) min(self::LONGEST_PAUSE, self::FIRST_PAUSE * 2 ** min($list->failures - 1, 10));
        }
        $making = self::paceOfMaking($list, $index, $now);

        return match (true) {
            $making !== null => $now + $making,
            $list->isLive => $now + self::WHILE_LIVE,
            default => $index === [] ? 0 : $now + self::CALM,
        };
    }

    /**
     * Tells whether somebody who looks at the recordings of a room is worth a question to the server.
     *
     * @param list<Indexed> $unfinished those that are expected or being made
     */
    public static function isStale(?RecordingList $list, array $unfinished, int $now): bool
    {
        if ($list === null || ($list->dueAt > 0 && $list->dueAt <= $now)) {
            return true;
        }
        // A server in trouble is left alone until its pause is over.
        if ($list->failures > 0) {
            return false;
        }
        $making = self::paceOfMaking($list, $unfinished, $now);

        return $now - $list->readAt >= ($making === null ? self::STALE_USUALLY : $making / self::EAGERNESS);
    }

    /**
     * Tells whether a recording is expected or being made.
     *
     * @param Indexed $recording
     */
    public static function isUnfinished(array $recording): bool
    {
        return !isset($recording['missingSince']) && in_array($recording['state'], ['expected', 'processing', 'processed'], true);
    }

    /** @param list<Indexed> $index */
    private static function paceOfMaking(RecordingList $list, array $index, int $now): ?int
    {
        $ages = [];
        foreach (array_filter($index, self::isUnfinished(...)) as $recording) {
            $facts = $recording['facts'] ?? [];
            $ages[] = $now - ($recording['expectedSince'] ?? $facts['endTime'] ?? $facts['startTime'] ?? $now);
        }
        if ($list->endedAt > 0 && $now - $list->endedAt < self::AFTERWARDS) {
            $ages[] = $now - $list->endedAt;
        }
        $youngest = min([PHP_INT_MAX, ...$ages]);
        foreach (self::STEPS as $youngerThan => $every) {
            if ($youngest < $youngerThan) {
                return $every;
            }
        }

        return null;
    }
}
