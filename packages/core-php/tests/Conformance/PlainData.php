<?php

declare(strict_types=1);

namespace Bluebridge\Core\Tests\Conformance;

/** Data as a vector writes it: what is not there has no name, and the order of names tells nothing. */
final class PlainData
{
    /**
     * @param array<array-key, mixed> $value
     * @return array<array-key, mixed>
     */
    public static function of(array $value): array
    {
        $kept = array_filter($value, static fn (mixed $each): bool => $each !== null);
        if (!array_is_list($value)) {
            ksort($kept);
        }

        return array_map(static fn (mixed $each): mixed => is_array($each) ? self::of($each) : $each, $kept);
    }
}
