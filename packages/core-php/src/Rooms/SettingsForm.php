<?php

declare(strict_types=1);

namespace Bluebridge\Core\Rooms;

/**
 * The form of a room's settings. A field has what is drawn, and what a browser can check;
 * `lockedTo` is the value an administrator fixed: the field shows it and cannot be changed.
 *
 * @phpstan-import-type Setting from SettingTable
 * @phpstan-type Field array{name: string, setting: Setting, lockedTo?: string|int|bool}
 * @phpstan-type Section array{group: string, label: string, fields: non-empty-list<Field>}
 */
final class SettingsForm
{
    /**
     * Gives what the form shows: the settings the server can honour, in groups. A setting is left
     * out with the switch it depends on, also where that is locked to off.
     *
     * @param array<string, string|int|bool> $locks values an administrator fixed for all rooms
     * @return list<Section>
     */
    public static function sections(RoomCapabilities $capabilities, array $locks = []): array
    {
        $held = SettingLocks::effective($locks);
        $sections = [];
        foreach (SettingTable::GROUPS as $group => $label) {
            $fields = [];
            foreach (SettingTable::ALL as $name => $setting) {
                if ($setting['group'] === $group && self::isShown($setting, $held, $capabilities)) {
                    $lockedTo = isset($held[$name]) ? ['lockedTo' => $held[$name]] : [];
                    $fields[] = ['name' => $name, 'setting' => $setting] + $lockedTo;
                }
            }
            if ($fields !== []) {
                $sections[] = ['group' => $group, 'label' => $label, 'fields' => $fields];
            }
        }

        return $sections;
    }

    /**
     * @param Setting $setting
     * @param array<string, string|int|bool> $held
     */
    private static function isShown(array $setting, array $held, RoomCapabilities $capabilities): bool
    {
        if ($capabilities->lackedBy($setting) !== null) {
            return false;
        }
        $name = $setting['onlyIf'] ?? null;
        if ($name === null) {
            return true;
        }
        $switch = SettingTable::ALL[$name] ?? null;

        return $switch !== null && ($held[$name] ?? null) !== false && self::isShown($switch, $held, $capabilities);
    }
}
