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
     * Turns checked parameters into names and texts in the caller's order: booleans `true`/`false`,
     * integers decimal, lists joined by commas, null left out.
     *
     * @param array<array-key, ParamInput> $params
     * @return list<array{string, string}>
     */
    public static function of(array $params): array
    {
        $pairs = [];
        foreach ($params as $name => $value) {
            if ($value !== null) {
                $pairs[] = [(string) $name, self::text($value)];
            }
        }

        return $pairs;
    }

    /** @param string|int|bool|list<string> $value */
    private static function text(string|int|bool|array $value): string
    {
        return match (true) {
            is_string($value) => $value,
            is_bool($value) => $value ? 'true' : 'false',
            is_array($value) => implode(',', $value),
            default => (string) $value,
        };
    }
}
