<?php

declare(strict_types=1);

namespace Bluebridge\Core\Rooms\Settings;

use Bluebridge\Core\Catalogue\ValueRules;
use Bluebridge\Core\Rooms\SettingTable;

/**
 * A rule that a value of a setting breaks, and what would be allowed.
 *
 * @phpstan-import-type Setting from SettingTable
 * @phpstan-type Breach array{rule: 'type'|'min'|'max'|'pattern'|'choice'|'well_formed', allowed?: string}
 */
final class ValueBreach
{
    /**
     * Gives the first rule that a value breaks. An empty text is no value, and breaks only `min`.
     *
     * @param Setting $setting
     * @return Breach|null
     */
    public static function of(array $setting, mixed $value): ?array
    {
        switch ($setting['control']) {
            case 'switch':
            case 'code':
                return is_bool($value) ? null : ['rule' => 'type', 'allowed' => 'boolean'];
            case 'number':
            case 'date':
                return is_int($value) && ValueRules::isSafeInteger($value)
                    ? self::outside($setting, $value)
                    : ['rule' => 'type', 'allowed' => 'integer'];
            default:
                if (!is_string($value)) {
                    return ['rule' => 'type', 'allowed' => 'string'];
                }

                return self::outside($setting, self::length($value))
                    ?? ($value === '' ? null : self::unfit($setting, $value));
        }
    }

    /** Counts UTF-16 units, as browsers do: characters of four bytes are two. */
    private static function length(string $text): int
    {
        return ValueRules::length($text) + (int) preg_match_all('/[\xF0-\xF7]/', $text);
    }

    /**
     * @param Setting $setting
     * @return Breach|null
     */
    private static function outside(array $setting, int $size): ?array
    {
        $min = $setting['min'] ?? null;
        $max = $setting['max'] ?? null;

        return match (true) {
            $min !== null && $size < $min => ['rule' => 'min', 'allowed' => (string) $min],
            $max !== null && $size > $max => ['rule' => 'max', 'allowed' => (string) $max],
            default => null,
        };
    }

    /**
     * @param Setting $setting
     * @return Breach|null
     */
    private static function unfit(array $setting, string $text): ?array
    {
        $control = $setting['control'];
        $values = array_column($setting['values'] ?? [], 'value');
        $isFitting = $control === 'block' ? ValueRules::isLines($text) : ValueRules::isLine($text);

        return match (true) {
            !ValueRules::isUtf8($text) => ['rule' => 'well_formed'],
            !$isFitting => ['rule' => 'pattern', 'allowed' => 'no control characters'],
            $control === 'url' && !ValueRules::isHttpUrl($text) => ['rule' => 'pattern', 'allowed' => 'http or https URL'],
            $control === 'colour' && preg_match('/^#[0-9A-Fa-f]{6}$/D', $text) !== 1 => ['rule' => 'pattern', 'allowed' => '#RRGGBB'],
            $control === 'choice' && !in_array($text, $values, true) => ['rule' => 'choice', 'allowed' => implode(', ', $values)],
            default => null,
        };
    }
}
