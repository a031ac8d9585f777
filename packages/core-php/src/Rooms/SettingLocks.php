<?php

declare(strict_types=1);

namespace Bluebridge\Core\Rooms;

/** Values of settings that an administrator fixed for all rooms. */
final class SettingLocks
{
    /**
     * Keeps the locks that count: of settings that exist and may be locked.
     *
     * @param array<string, string|int|bool> $locks
     * @return array<string, string|int|bool>
     */
    public static function effective(array $locks): array
    {
        return array_filter(
            $locks,
            static fn (string $name): bool => SettingTable::ALL[$name]['lockable'] ?? false,
            ARRAY_FILTER_USE_KEY,
        );
    }

    /**
     * Gives the settings of a room with what an administrator fixed for all rooms; a lock holds for
     * rooms that were saved before it, too. Locks of settings that cannot be locked do nothing.
     *
     * @param array<string, string|int|bool> $settings
     * @param array<string, string|int|bool> $locks
     * @return array<string, string|int|bool>
     */
    public static function apply(array $settings, array $locks): array
    {
        return array_replace($settings, self::effective($locks));
    }
}
