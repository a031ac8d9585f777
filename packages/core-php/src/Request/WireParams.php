<?php

declare(strict_types=1);

namespace Bluebridge\Core\Request;

/**
 * Parameters as they go over the wire.
 *
 * @phpstan-type ParamInput string|int|bool|list<string>|null
 */
final class WireParams
{
    /**
     * Turns checked parameters into texts by name, in the caller's order: booleans `true`/`false`,
     * integers decimal, lists joined by commas, null left out.
     *
     * @param array<array-key, ParamInput> $params
     * @return array<array-key, string>
     */
    public static function of(array $params): array
    {
        $texts = [];
        foreach ($params as $name => $value) {
            if ($value !== null) {
                // Most are texts already, and this runs for every parameter of every call.
                $texts[$name] = is_string($value) ? $value : self::text($value);
            }
        }

        return $texts;
    }

    /** @param int|bool|list<string> $value */
    private static function text(int|bool|array $value): string
    {
        return match (true) {
            is_bool($value) => $value ? 'true' : 'false',
            is_array($value) => implode(',', $value),
            default => (string) $value,
        };
    }
}
