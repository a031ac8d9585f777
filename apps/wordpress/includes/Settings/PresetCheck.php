<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Settings;

use Bluebridge\WordPress\Vendor\Bluebridge\Core\Rooms\RoomCapabilities;
use Bluebridge\WordPress\Vendor\Bluebridge\Core\Rooms\RoomSettings;
use Bluebridge\WordPress\Vendor\Bluebridge\Core\Rooms\SettingTable;

/**
 * Checks what an administrator wants a preset to say.
 *
 * @phpstan-import-type Remark from RoomSettings
 * @phpstan-import-type Setting from SettingTable
 */
final class PresetCheck
{
    /** @return array<string, Setting> what presets may say: what is not different in each room anyway */
    public static function settable(): array
    {
        return array_filter(OfferedSettings::all(), static fn (array $setting): bool => $setting['lockable']);
    }

    /**
     * Checks the values of a preset. A preset is made without asking a server what it can do: what one
     * cannot is left out when a meeting begins, and not shown to teachers.
     *
     * @param array<string, mixed> $values
     * @return array{accepted: array<string, string|int|bool>, violations: list<Remark>}
     */
    public static function of(array $values): array
    {
        $known = array_intersect_key($values, self::settable());
        $unknown = array_map(
            static fn (string $path): array => ['path' => $path, 'rule' => 'unknown'],
            array_keys(array_diff_key($values, $known)),
        );
        $everything = ['reservesSeats' => true, 'supportsDefaultChatTextsSwitch' => true, 'supportsDurationEnd' => true];
        $check = RoomSettings::check($known, new RoomCapabilities($everything));

        return ['accepted' => $check['accepted'], 'violations' => [...$unknown, ...$check['violations']]];
    }
}
