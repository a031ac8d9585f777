<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Settings;

use Bluebridge\WordPress\Vendor\Bluebridge\Core\Rooms\RoomCapabilities;
use Bluebridge\WordPress\Vendor\Bluebridge\Core\Rooms\SettingTable;

/**
 * The settings that are set together with others, in a form or over REST.
 *
 * @phpstan-import-type Setting from SettingTable
 */
final class OfferedSettings
{
    /** @return array<string, Setting> by their names */
    public static function all(): array
    {
        return array_filter(SettingTable::ALL, self::isOffered(...), ARRAY_FILTER_USE_KEY);
    }

    /** The name is the title of the post. A code is more than a switch, and is set where codes are. */
    public static function isOffered(string $name): bool
    {
        $setting = SettingTable::ALL[$name] ?? null;

        return $setting !== null && $name !== 'name' && $setting['control'] !== 'code';
    }

    /**
     * Keeps of a room's settings what is offered and the server can do.
     *
     * @param array<string, string|int|bool> $settings
     * @return array<string, string|int|bool>
     */
    public static function of(array $settings, RoomCapabilities $capabilities): array
    {
        return array_filter(
            $settings,
            static fn (string $name): bool => self::isOffered($name) && $capabilities->lackedBy(SettingTable::ALL[$name]) === null,
            ARRAY_FILTER_USE_KEY,
        );
    }
}
