<?php

declare(strict_types=1);

namespace Bluebridge\Core\Rooms\Recordings;

/**
 * The states of recordings.
 *
 * @phpstan-import-type Facts from RecordingFacts
 * @phpstan-type State 'processing'|'processed'|'published'|'unpublished'|'deleted'
 */
final class RecordingStates
{
    private const KNOWN = ['processing', 'processed', 'published', 'unpublished', 'deleted'];

    /**
     * Tells the state of a recording, also where a server leaves it out or spells it in its own way.
     *
     * @param Facts $facts
     * @return State
     */
    public static function of(array $facts): string
    {
        $known = array_search($facts['state'] ?? null, self::KNOWN, true);
        if ($known !== false) {
            return self::KNOWN[$known];
        }
        $published = $facts['published'] ?? null;
        if ($published !== null) {
            return $published ? 'published' : 'unpublished';
        }

        return ($facts['playback'] ?? []) === [] ? 'processing' : 'published';
    }
}
