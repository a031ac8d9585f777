<?php

declare(strict_types=1);

namespace Bluebridge\Core\Rooms\Seats;

/**
 * Seats of an account that one meeting takes. `held`: the meeting runs within its planned time.
 * `overtime`: it runs on after it; its seats are no longer reserved and the server may end it in
 * favour of another. `planned`: nothing runs yet, the host keeps the seats free.
 */
final class Reservation
{
    /**
     * @param int $seats asked for at `create`
     * @param int $from start, epoch ms
     * @param int $until planned end, epoch ms; the seats are free again at this moment
     * @param 'planned'|'held'|'overtime' $state
     * @param int|null $live connections there are now, where known; one person with two devices is two
     */
    public function __construct(
        public readonly string $meetingID,
        public readonly int $seats,
        public readonly int $from,
        public readonly int $until,
        public readonly string $state,
        public readonly ?int $live = null,
    ) {
    }

    /** Counts the seats it takes: what it asked for, or who is in if they are more. */
    public function taken(): int
    {
        // Nothing is kept for an overtime meeting any more: it takes what it uses.
        return $this->state === 'overtime' ? $this->live ?? $this->seats : max($this->seats, $this->live ?? 0);
    }

    /** Gives the same reservation in overtime. */
    public function inOvertime(): self
    {
        return new self($this->meetingID, $this->seats, $this->from, $this->until, 'overtime', $this->live);
    }

    /** Gives a text by which meetingIDs sort as JavaScript sorts them: by UTF-16 units. */
    public function sortableId(): string
    {
        // In UTF-16 the planes above the first come before U+E000, in UTF-8 behind U+FFFF. The letter
        // keeps PHP from comparing numbers.
        return 'm' . strtr($this->meetingID, "\xEE\xEF", "\xF5\xF6");
    }
}
