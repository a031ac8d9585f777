<?php

declare(strict_types=1);

namespace Bluebridge\Core\Tests\Parity;

/** Values as the other end writes them: a text that is no Unicode is `{"illFormed": base64}`. */
final class SentValue
{
    public static function of(mixed $value): mixed
    {
        if (!is_array($value)) {
            return $value;
        }
        $illFormed = $value['illFormed'] ?? null;

        return is_string($illFormed) ? base64_decode($illFormed, true) : array_map(self::of(...), $value);
    }

    /**
     * @param array<string, mixed> $values
     * @return array<string, mixed>
     */
    public static function map(array $values): array
    {
        return array_map(self::of(...), $values);
    }
}
