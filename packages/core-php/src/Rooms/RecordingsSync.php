<?php

declare(strict_types=1);

namespace Bluebridge\Core\Rooms;

use Bluebridge\Core\Rooms\Recordings\RecordingFacts;
use Bluebridge\Core\Rooms\Recordings\RecordingStates;

/**
 * Keeps a host's index of recordings up to date.
 *
 * An indexed recording is `expected` when a recorded meeting has ended and the server has not shown
 * its recording yet; `expectedSince` is the end of that meeting. `facts` is what the server last
 * said. `missingSince` is the first complete list without it. Times in epoch ms.
 *
 * The kinds of changes: a state (the recording has it now; `fields` are what changed with it);
 * `missing` (not in a complete list for the first time, kept for the time of grace); `vanished`
 * (missing for longer), `deleted` (the server says so) and `not_made` (an expected recording did
 * not come in time) are taken out of the index.
 *
 * @phpstan-import-type Facts from RecordingFacts
 * @phpstan-import-type State from RecordingStates
 * @phpstan-type Indexed array{recordID: string, state: State|'expected', facts?: Facts, expectedSince?: int, missingSince?: int}
 * @phpstan-type Change array{kind: 'added', recordID: string, state: State}|array{kind: State, recordID: string, from: State|'expected', fields: list<string>}|array{kind: 'changed', recordID: string, fields: list<string>}|array{kind: 'missing'|'returned'|'deleted', recordID: string}|array{kind: 'vanished'|'not_made', recordID: string, since: int}
 */
final class RecordingsSync
{
    /** How long a missing recording is kept, and how long an expected one is waited for, ms. */
    public const PATIENCE = ['missing' => 86_400_000, 'expected' => 172_800_000];

    private const STATES_BY_DEFAULT = ['published', 'unpublished'];

    /**
     * Compares a fetched list of recordings with the index of a host. Only a complete list can make
     * a recording missing, and only one of a state that was asked for; nothing goes without grace
     * unless the server says that it was deleted.
     *
     * @param list<Indexed> $index
     * @param int $now epoch ms
     * @return array{changes: list<Change>, index: list<Indexed>} the index after the changes: known
     *     ones in their order, then new ones as they came
     */
    public static function compare(array $index, RecordingsFetch $fetched, int $now): array
    {
        if ($fetched->outcome === 'failed') {
            return ['changes' => [], 'index' => $index];
        }
        $found = self::inScope($fetched);
        $changes = [];
        $kept = [];
        foreach ($index as $known) {
            $facts = $found[$known['recordID']] ?? null;
            unset($found[$known['recordID']]);
            [$next, $news] = $facts === null
                ? self::compareAbsent($known, $fetched, $now)
                : self::compareFound($known, $facts);
            array_push($changes, ...$news);
            if ($next !== null) {
                $kept[] = $next;
            }
        }
        foreach ($found as $facts) {
            $state = RecordingStates::of($facts);
            // A recording that was deleted before it was ever seen is no news.
            if ($state !== 'deleted') {
                $kept[] = ['recordID' => $facts['recordID'], 'state' => $state, 'facts' => $facts];
                $changes[] = ['kind' => 'added', 'recordID' => $facts['recordID'], 'state' => $state];
            }
        }

        return ['changes' => $changes, 'index' => $kept];
    }

    /**
     * Drops what was not asked for: servers match ids by their beginning. The last of doubles counts.
     *
     * @return array<array-key, Facts>
     */
    private static function inScope(RecordingsFetch $fetched): array
    {
        $found = [];
        foreach ($fetched->recordings as $facts) {
            if ($fetched->meetingIDs === null || in_array($facts['meetingID'] ?? null, $fetched->meetingIDs, true)) {
                $found[$facts['recordID']] = $facts;
            }
        }

        return $found;
    }

    /**
     * @param Indexed $known
     * @param Facts $facts
     * @return array{Indexed|null, list<Change>}
     */
    private static function compareFound(array $known, array $facts): array
    {
        $recordID = $known['recordID'];
        $state = RecordingStates::of($facts);
        if ($state === 'deleted') {
            return [null, [['kind' => 'deleted', 'recordID' => $recordID]]];
        }
        $changes = isset($known['missingSince']) ? [['kind' => 'returned', 'recordID' => $recordID]] : [];
        $fields = isset($known['facts']) ? RecordingFacts::changedFields($known['facts'], $facts) : [];
        if ($state !== $known['state']) {
            $changes[] = ['kind' => $state, 'recordID' => $recordID, 'from' => $known['state'], 'fields' => $fields];
        } elseif ($fields !== []) {
            $changes[] = ['kind' => 'changed', 'recordID' => $recordID, 'fields' => $fields];
        }

        return [['recordID' => $recordID, 'state' => $state, 'facts' => $facts], $changes];
    }

    /**
     * @param Indexed $known
     * @return array{Indexed|null, list<Change>}
     */
    private static function compareAbsent(array $known, RecordingsFetch $fetched, int $now): array
    {
        if ($fetched->outcome !== 'complete') {
            return [$known, []];
        }
        $recordID = $known['recordID'];
        if ($known['state'] === 'expected') {
            $since = $known['expectedSince'] ?? $now;

            return $now - $since < self::PATIENCE['expected']
                ? [['expectedSince' => $since] + $known, []]
                : [null, [['kind' => 'not_made', 'recordID' => $recordID, 'since' => $since]]];
        }
        // A list that would not have shown this state says nothing about it.
        if (array_intersect([$known['state'], 'any'], $fetched->states ?? self::STATES_BY_DEFAULT) === []) {
            return [$known, []];
        }
        $since = $known['missingSince'] ?? null;
        if ($since === null) {
            return [['missingSince' => $now] + $known, [['kind' => 'missing', 'recordID' => $recordID]]];
        }

        return $now - $since < self::PATIENCE['missing']
            ? [$known, []]
            : [null, [['kind' => 'vanished', 'recordID' => $recordID, 'since' => $since]]];
    }
}
