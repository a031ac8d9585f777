<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Service;

use OCA\Bluebridge\Db\Room;
use OCA\Bluebridge\Exception\Problem;
use OCP\Security\IHasher;

/** The codes of rooms: short words that people choose, so they are hashed slowly and guessed slowly. */
class Codes
{
    private const SHORTEST = 6;

    private const LONGEST = 64;

    /** Wrong codes for one room from one address. */
    private const MOST_WRONG = 5;

    private const PER_MS = 60_000;

    public function __construct(private readonly IHasher $hasher, private readonly Throttle $throttle)
    {
    }

    /**
     * Hashes a code that somebody chose. Blanks around it do not count.
     *
     * @throws Problem `code_invalid`
     */
    public function hash(string $code): string
    {
        $length = mb_strlen(trim($code));
        if ($length < self::SHORTEST || $length > self::LONGEST) {
            throw Problem::invalid('code_invalid');
        }

        return $this->hasher->hash(trim($code));
    }

    public function fits(string $code, ?string $hash): bool
    {
        return ($hash ?? '') !== '' && $this->hasher->verify(trim($code), (string) $hash);
    }

    /**
     * Tells which code of a room somebody typed; null when it has none, or they typed none.
     *
     * @return 'viewer'|'moderator'|'wrong'|null
     * @throws Problem `too_many_tries` after too many wrong ones
     */
    public function verdict(Room $room, string $typed): ?string
    {
        $hasCode = ($room->getViewerCode() ?? '') . ($room->getModeratorCode() ?? '') !== '';
        if (trim($typed) === '' || !$hasCode) {
            return null;
        }
        $what = "code {$room->getId()}";
        $this->throttle->take($what, self::MOST_WRONG, self::PER_MS);
        // Both are compared, whichever fits.
        $isViewer = $this->fits($typed, $room->getViewerCode());
        $isModerator = $this->fits($typed, $room->getModeratorCode());
        if (!$isViewer && !$isModerator) {
            $this->throttle->tidy();

            return 'wrong';
        }
        $this->throttle->giveBack($what);

        return $isModerator ? 'moderator' : 'viewer';
    }
}
