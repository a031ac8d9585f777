<?php

declare(strict_types=1);

namespace Bluebridge\Core\Tests\Conformance;

use Bluebridge\Core\Catalogue\Bytes;

/** The body of a vector as the core takes it. */
final class ExpandedBody
{
    /**
     * Makes bytes of `{base64}` and `{base64repeat, times}`, and a long text of `{repeat, times}`.
     * Everything else stays.
     */
    public static function of(mixed $value): mixed
    {
        if (!is_array($value)) {
            return $value;
        }
        $recipe = new Fields($value);
        $times = $recipe->has('times') ? $recipe->integer('times') : 1;

        return match (true) {
            is_string($recipe->value('base64')) => self::bytes($recipe->text('base64')),
            is_string($recipe->value('base64repeat')) => self::bytes(str_repeat($recipe->text('base64repeat'), $times)),
            is_string($recipe->value('repeat')) => str_repeat($recipe->text('repeat'), $times),
            default => array_map(self::of(...), $value),
        };
    }

    private static function bytes(string $base64): Bytes
    {
        return new Bytes((string) base64_decode($base64, true));
    }
}
