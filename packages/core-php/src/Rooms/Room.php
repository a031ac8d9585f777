<?php

declare(strict_types=1);

namespace Bluebridge\Core\Rooms;

/** A persistent room of a host: its identity and what its settings say. */
final class Room
{
    /**
     * @param string $meetingID the same for every meeting held in the room; unguessable where the
     *     host can choose
     * @param array<string, string|int|bool> $settings values by the names of `SettingTable`, the
     *     name of the room among them; what is absent is as the table says and is not sent.
     *     `waitForModerator` says nothing where `anyoneCanStart`, as nobody waits there. With
     *     `allJoinAsModerator` opening and waiting stay as they are: the first one in must lead by
     *     the host's roles or a code; whoever is in as moderator then ends the waiting.
     */
    public function __construct(
        public readonly string $meetingID,
        public readonly array $settings,
    ) {
    }

    /** Tells whether a switch is on, by what the room says or else by the table. */
    public function is(string $setting): bool
    {
        return ($this->settings[$setting] ?? SettingTable::ALL[$setting]['default'] ?? false) === true;
    }

    /** Gives a number the room says; null when it says none. */
    public function number(string $setting): ?int
    {
        $value = $this->settings[$setting] ?? null;

        return is_int($value) ? $value : null;
    }
}
