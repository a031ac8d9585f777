<?php

declare(strict_types=1);

namespace Bluebridge\Core\Rooms\Settings;

use Bluebridge\Core\Rooms\RoomSettings;
use Bluebridge\Core\Rooms\SettingChecks;
use Bluebridge\Core\Rooms\SettingTable;

/**
 * Settings that are fine one by one and odd together.
 *
 * @phpstan-import-type Combination from SettingChecks
 * @phpstan-import-type Remark from RoomSettings
 */
final class Combinations
{
    /**
     * Lists what is to be said of settings together. Settings that say nothing count as their
     * defaults.
     *
     * @param array<string, string|int|bool> $settings
     * @return array{violations: list<Remark>, warnings: list<Remark>}
     */
    public static function remarks(array $settings): array
    {
        $remarks = ['violations' => [], 'warnings' => []];
        foreach (SettingChecks::COMBINATIONS as $combination) {
            if (self::holds($combination, $settings)) {
                $list = $combination['kind'] === 'violation' ? 'violations' : 'warnings';
                $remarks[$list][] = array_intersect_key($combination, ['path' => true, 'rule' => true, 'allowed' => true]);
            }
        }

        return $remarks;
    }

    /**
     * @param Combination $combination
     * @param array<string, string|int|bool> $settings
     */
    private static function holds(array $combination, array $settings): bool
    {
        foreach ($combination['when'] as $condition) {
            $value = self::valueOf($settings, $condition['setting']);
            $holds = match (true) {
                array_key_exists('is', $condition) => $value === $condition['is'],
                array_key_exists('isNot', $condition) => $value !== $condition['isNot'],
                default => self::isAtLeast($value, self::valueOf($settings, $condition['isAtLeast'] ?? '')),
            };
            if (!$holds) {
                return false;
            }
        }

        return true;
    }

    /** @param array<string, string|int|bool> $settings */
    private static function valueOf(array $settings, string $name): string|int|bool|null
    {
        return $settings[$name] ?? SettingTable::ALL[$name]['default'] ?? null;
    }

    /** Neither number may be missing. */
    private static function isAtLeast(string|int|bool|null $value, string|int|bool|null $other): bool
    {
        return is_int($value) && is_int($other) && $value >= $other;
    }
}
