<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Access;

use Bluebridge\WordPress\Rooms\StoredRoom;

/** Compares a typed code with those of a room; whoever is wrong too often is to wait. */
final class CodeCheck
{
    /** Wrong codes for one room from one address. */
    public const MOST = 5;

    public const PER_MS = 60_000;

    public function __construct(private readonly AccessStore $store, private readonly Throttle $throttle)
    {
    }

    /**
     * Tells which code of a room somebody typed; null when it has none, or they typed none.
     *
     * @return 'viewer'|'moderator'|'wrong'|null
     * @throws TooManyTries after too many wrong ones
     */
    public function verdict(StoredRoom $room, string $typed): ?string
    {
        $viewer = $this->store->codeHash($room->id, 'viewer');
        $moderator = $this->store->codeHash($room->id, 'moderator');
        if (trim($typed) === '' || $viewer . $moderator === '') {
            return null;
        }
        $what = "code {$room->id}";
        $this->throttle->take($what, self::MOST, self::PER_MS);
        // Both are compared, whichever fits.
        $isViewer = Codes::fits($typed, $viewer);
        $isModerator = Codes::fits($typed, $moderator);
        if (!$isViewer && !$isModerator) {
            $this->throttle->tidy();

            return 'wrong';
        }
        $this->throttle->giveBack($what);

        return $isModerator ? 'moderator' : 'viewer';
    }
}
