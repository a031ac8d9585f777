<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Meetings;

use Bluebridge\WordPress\Schedule\Moments;

/**
 * Which rooms are being opened at this moment. Of a class that presses the button, one has the server
 * open the room; a server that hangs holds up that one request, and not one for each of them.
 */
final class Openings
{
    /** As long as `create` may take, made sure of once and with the end of a meeting before it, ms. Whoever takes longer has died. */
    private const LONGEST_MS = 60_000;

    public function __construct(private readonly Moments $moments = new Moments())
    {
    }

    /** Takes the right to open a room. Of many at once, one is answered true. */
    public function begin(int $roomId, int $now): bool
    {
        return $this->moments->claim(self::name($roomId), $now, self::LONGEST_MS);
    }

    public function end(int $roomId): void
    {
        $this->moments->giveBack(self::name($roomId));
    }

    public function isUnderWay(int $roomId, int $now): bool
    {
        return abs($this->moments->last(self::name($roomId)) - $now) < self::LONGEST_MS;
    }

    private static function name(int $roomId): string
    {
        return "opening_{$roomId}";
    }
}
