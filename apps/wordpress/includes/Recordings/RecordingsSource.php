<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Recordings;

use Bluebridge\WordPress\Vendor\Bluebridge\Core\Client\Client;
use Bluebridge\WordPress\Vendor\Bluebridge\Core\Errors\BbbException;
use Bluebridge\WordPress\Vendor\Bluebridge\Core\Rooms\Recordings\RecordingFacts;
use Bluebridge\WordPress\Vendor\Bluebridge\Core\Rooms\RecordingsFetch;

/**
 * What a server says of recordings.
 *
 * @phpstan-import-type Facts from RecordingFacts
 */
final class RecordingsSource
{
    /** States that are listed for people; deleted ones stay on servers for ever. */
    private const STATES = ['processing', 'processed', 'published', 'unpublished'];

    /** More than any sensible group of rooms has; beyond it the list is not complete. */
    private const MOST = 5_000;

    /** Ids become parts of keys; whatever is sent as one, these are all there are. */
    private const ID = '/^[\x21-\x7E]{1,190}$/D';

    /**
     * Asks for all recordings of some meetings, page by page where the server can.
     *
     * @param list<string> $meetingIDs
     */
    public static function all(Client $client, array $meetingIDs): RecordingsFetch
    {
        $found = [];
        $isComplete = self::collect($client, $meetingIDs, $found);
        $outcome = match (true) {
            $isComplete => 'complete',
            $found === [] => 'failed',
            default => 'partial',
        };

        return new RecordingsFetch($outcome, $found, self::STATES, $meetingIDs);
    }

    /**
     * Asks for one recording of a room; null when the server does not list it.
     *
     * @return Facts|null
     * @throws BbbException
     */
    public static function one(Client $client, string $meetingID, string $recordID): ?array
    {
        $reply = $client->call('getRecordings', ['recordID' => [$recordID], 'state' => self::STATES]);
        foreach (is_array($reply['recordings'] ?? null) ? $reply['recordings'] : [] as $facts) {
            // Servers match ids by their beginning.
            $isIt = is_array($facts) && ($facts['recordID'] ?? '') === $recordID && ($facts['meetingID'] ?? '') === $meetingID;
            if ($isIt && self::isStorable($facts)) {
                return $facts;
            }
        }

        return null;
    }

    /**
     * Reads until the end, or until the server fails.
     *
     * @param list<string> $meetingIDs
     * @param list<Facts> $found
     */
    private static function collect(Client $client, array $meetingIDs, array &$found): bool
    {
        try {
            foreach ($client->recordings(['meetingID' => $meetingIDs, 'state' => self::STATES]) as $facts) {
                if (count($found) === self::MOST) {
                    return false;
                }
                if (self::isStorable($facts)) {
                    $found[] = $facts;
                }
            }
        } catch (BbbException) {
            return false;
        }

        return true;
    }

    /**
     * @param array<array-key, mixed> $facts
     * @phpstan-assert-if-true Facts $facts
     */
    private static function isStorable(array $facts): bool
    {
        return is_string($facts['recordID'] ?? null) && preg_match(self::ID, $facts['recordID']) === 1;
    }
}
