<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Policies;

use Bluebridge\WordPress\Rooms\Rights;
use WP_User;

/** What an administrator decided for all rooms. A room may say less than that and never more. */
final class Policies
{
    /**
     * @param bool $mayRecord whether meetings may be recorded at all
     * @param bool $mustWait whether people always wait until a moderator is in
     * @param int $mostParticipants of one meeting; 0 for any number
     * @param int $mostMinutes of one meeting; 0 for any length
     * @param array<string, int> $mostRooms how many rooms people of a role may have, by the role's name
     */
    public function __construct(
        public readonly bool $mayRecord = true,
        public readonly bool $mustWait = false,
        public readonly int $mostParticipants = 0,
        public readonly int $mostMinutes = 0,
        public readonly array $mostRooms = [],
    ) {
    }

    /** Gives what holds on this site: what it says itself, and what its network says. */
    public static function current(): self
    {
        $store = new PolicyStore();

        return $store->ofSite()->and($store->ofNetwork());
    }

    /** Gives what holds where both hold. */
    public function and(self $other): self
    {
        $rooms = $this->mostRooms;
        foreach ($other->mostRooms as $role => $most) {
            $rooms[$role] = min($most, $rooms[$role] ?? $most);
        }

        return new self(
            $this->mayRecord && $other->mayRecord,
            $this->mustWait || $other->mustWait,
            self::lower($this->mostParticipants, $other->mostParticipants),
            self::lower($this->mostMinutes, $other->mostMinutes),
            $rooms,
        );
    }

    /**
     * Gives the settings that are the same in all rooms because of this.
     *
     * @return array<string, bool>
     */
    public function locks(): array
    {
        // Where everybody is a moderator, nobody would wait for the one who leads.
        $waiting = ['anyoneCanStart' => false, 'waitForModerator' => true, 'allJoinAsModerator' => false];

        return ($this->mayRecord ? [] : ['record' => false]) + ($this->mustWait ? $waiting : []);
    }

    /**
     * Tells whether anything at all makes a moderator of somebody. Where people must wait for one, only
     * who may have rooms is one: a teacher's code, link, role or list of co-hosts changes nothing in that.
     */
    public function mayModerate(WP_User $user): bool
    {
        return !$this->mustWait || $user->has_cap(Rights::EDIT);
    }

    /**
     * Gives the highest numbers that rooms may say, by the names of the settings.
     *
     * @return array<string, int>
     */
    public function most(): array
    {
        $most = ['maxParticipants' => $this->mostParticipants, 'durationMinutes' => $this->mostMinutes];

        return array_filter($most, static fn (int $number): bool => $number > 0);
    }

    /**
     * Gives how many rooms somebody may have; null for any number. Of several roles the most generous
     * counts.
     */
    public function mostRooms(WP_User $user): ?int
    {
        if ($this->mostRooms === [] || $user->has_cap(Rights::MANAGE)) {
            return null;
        }
        $limits = array_map(fn (string $role): ?int => $this->mostRooms[$role] ?? null, array_values($user->roles));

        return $limits === [] || in_array(null, $limits, true) ? null : max($limits);
    }

    private static function lower(int $one, int $other): int
    {
        return $one === 0 || $other === 0 ? max($one, $other) : min($one, $other);
    }
}
