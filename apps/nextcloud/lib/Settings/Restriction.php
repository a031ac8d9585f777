<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Settings;

/** What an administrator does not let rooms of a group do. */
final class Restriction
{
    /** @param int $mostPeople who may be in a room at once; 0 for as many as the server takes */
    public function __construct(
        public readonly bool $mayRecord = true,
        public readonly bool $mayInviteGuests = true,
        public readonly int $mostPeople = 0,
    ) {
    }

    /**
     * Reads one as it is stored.
     *
     * @param array<array-key, mixed> $stored
     */
    public static function from(array $stored): self
    {
        $most = $stored['mostPeople'] ?? 0;

        return new self(
            ($stored['mayRecord'] ?? true) !== false,
            ($stored['mayInviteGuests'] ?? true) !== false,
            is_int($most) ? max(0, $most) : 0,
        );
    }

    /** Gives what somebody may who is in two groups: whatever one of them allows. */
    public function or(self $other): self
    {
        $isEndless = $this->mostPeople === 0 || $other->mostPeople === 0;

        return new self(
            $this->mayRecord || $other->mayRecord,
            $this->mayInviteGuests || $other->mayInviteGuests,
            $isEndless ? 0 : max($this->mostPeople, $other->mostPeople),
        );
    }

    /** @return array<string, bool> the settings of rooms that are fixed by it */
    public function locks(): array
    {
        return ($this->mayRecord ? [] : ['record' => false]) + ($this->mayInviteGuests ? [] : ['guestsAllowed' => false]);
    }
}
