<?php

declare(strict_types=1);

namespace Bluebridge\Core\Rooms;

use Bluebridge\Core\Rooms\Settings\Combinations;
use Bluebridge\Core\Rooms\Settings\ValueBreach;

/**
 * Checks of what a form or another program wants a room to say.
 *
 * `accepted` is what may be stored: the values without a violation, and everything that is locked.
 * Violations are in the order of the values, at most one for each; then the combinations. What is
 * warned of is accepted all the same. Every remark names the setting (`path`) and a rule of
 * `SettingChecks`; `allowed` is the limit, the list of values, the locked value or what is lacking,
 * as text.
 *
 * @phpstan-import-type Setting from SettingTable
 * @phpstan-import-type Breach from ValueBreach
 * @phpstan-type Remark array{path: string, rule: string, allowed?: string}
 * @phpstan-type SettingsCheck array{accepted: array<string, string|int|bool>, violations: list<Remark>, warnings: list<Remark>}
 */
final class RoomSettings
{
    /**
     * Checks everything a room says. Empty texts count as not said. A setting the server cannot
     * honour may still say its default, which is what holds anyway.
     *
     * @param array<array-key, mixed> $values
     * @param array<string, string|int|bool> $locks values an administrator fixed for all rooms
     * @return SettingsCheck
     */
    public static function check(array $values, RoomCapabilities $capabilities, array $locks = []): array
    {
        $held = SettingLocks::effective($locks);

        return self::checkEach($values, $held, static fn (string $name, array $setting, mixed $value): ?array => match (true) {
            !array_key_exists($name, $held) => self::refusal($setting, $value, $capabilities),
            $value === $held[$name] => null,
            default => ['rule' => 'locked', 'allowed' => self::text($held[$name])],
        });
    }

    /**
     * Checks what an administrator wants to fix for all rooms, by the same rules and whether it may
     * be fixed.
     *
     * @param array<array-key, mixed> $locks
     * @return SettingsCheck
     */
    public static function checkLocks(array $locks, RoomCapabilities $capabilities): array
    {
        return self::checkEach($locks, [], static fn (string $name, array $setting, mixed $value): ?array =>
            $setting['lockable'] ? self::refusal($setting, $value, $capabilities) : ['rule' => 'not_lockable']);
    }

    /**
     * @param array<array-key, mixed> $values
     * @param array<string, string|int|bool> $held
     * @param callable(string, Setting, mixed): (array{rule: string, allowed?: string}|null) $refuse
     * @return SettingsCheck
     */
    private static function checkEach(array $values, array $held, callable $refuse): array
    {
        $accepted = [];
        $violations = [];
        foreach ($values as $key => $value) {
            $path = (string) $key;
            $setting = SettingTable::ALL[$path] ?? null;
            $refused = $setting === null ? ['rule' => 'unknown'] : $refuse($path, $setting, $value);
            if ($refused !== null) {
                $violations[] = ['path' => $path] + $refused;
            } elseif ((is_string($value) && $value !== '') || is_int($value) || is_bool($value)) {
                $accepted[$path] = $value;
            }
        }
        $accepted = array_replace($accepted, $held);
        $combined = Combinations::remarks($accepted);

        return [
            'accepted' => array_diff_key($accepted, array_column($combined['violations'], null, 'path')),
            'violations' => [...$violations, ...$combined['violations']],
            'warnings' => $combined['warnings'],
        ];
    }

    /**
     * @param Setting $setting
     * @return Breach|array{rule: 'needs_capability', allowed: string}|null
     */
    private static function refusal(array $setting, mixed $value, RoomCapabilities $capabilities): ?array
    {
        $breach = ValueBreach::of($setting, $value);
        if ($breach !== null) {
            return $breach;
        }
        $lacking = $capabilities->lackedBy($setting);

        return $lacking === null || $value === '' || $value === ($setting['default'] ?? null)
            ? null
            : ['rule' => 'needs_capability', 'allowed' => $lacking];
    }

    private static function text(string|int|bool $value): string
    {
        return is_bool($value) ? ($value ? 'true' : 'false') : (string) $value;
    }
}
