<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Settings;

use OCA\Bluebridge\Exception\Problem;
use OCA\Bluebridge\Model\Preset;
use OCA\Bluebridge\Vendor\Bluebridge\Core\Rooms\RoomCapabilities;
use OCA\Bluebridge\Vendor\Bluebridge\Core\Rooms\RoomSettings;
use OCA\Bluebridge\Vendor\Bluebridge\Core\Rooms\SettingTable;

/**
 * Checks what an administrator wants rooms to say. No server is asked what it can do: what one cannot
 * is left out when a meeting opens.
 */
final class PresetCheck
{
    /** What is different in each room anyway, or set where codes are. */
    private const OF_ROOMS = ['name', 'hasViewerCode', 'hasModeratorCode'];

    /** Gives what servers can do that can do everything. */
    public static function everything(): RoomCapabilities
    {
        return new RoomCapabilities(['reservesSeats' => true, 'supportsDefaultChatTextsSwitch' => true, 'supportsDurationEnd' => true]);
    }

    public static function isSettable(string $name): bool
    {
        return (SettingTable::ALL[$name]['lockable'] ?? false) && !in_array($name, self::OF_ROOMS, true);
    }

    /**
     * Gives the values as rooms keep them.
     *
     * @param array<array-key, mixed> $values by the names of `SettingTable`
     * @return array<string, string|int|bool>
     * @throws Problem `settings_invalid`
     */
    public static function of(array $values): array
    {
        $known = array_filter($values, static fn (int|string $name): bool => self::isSettable((string) $name), ARRAY_FILTER_USE_KEY);
        $violations = array_map(
            static fn (int|string $name): array => ['path' => (string) $name, 'rule' => 'unknown'],
            array_keys(array_diff_key($values, $known)),
        );
        $check = RoomSettings::check($known, self::everything());
        $violations = [...$violations, ...$check['violations']];
        if ($violations !== []) {
            throw Problem::settings($violations);
        }

        // The check adds what is usual; a preset says only what was said.
        return array_intersect_key(Preset::scalars($check['accepted']), $known);
    }
}
