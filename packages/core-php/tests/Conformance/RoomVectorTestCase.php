<?php

declare(strict_types=1);

namespace Bluebridge\Core\Tests\Conformance;

use Bluebridge\Core\Errors\BbbException;

/** The runner of vectors that decide about rooms: what comes out is data. */
abstract class RoomVectorTestCase extends VectorTestCase
{
    /** Fails where two values differ in more than the order of their named members. */
    final protected static function assertSameData(mixed $expected, mixed $actual): void
    {
        self::assertSame(self::sorted($expected), self::sorted($actual));
    }

    /**
     * Fails where an answer, or the refusal to give one, is another than a vector expects.
     *
     * @param callable(): mixed $answer
     */
    final protected static function assertAnswer(Vector $vector, string $member, string $asking, callable $answer): void
    {
        try {
            self::assertSameData($vector->expect->value($member), $answer());
            self::assertNotSame('refused', $vector->expect->text('outcome'));
        } catch (BbbException $refusal) {
            self::assertSame($vector->expect->optionalText('code'), $refusal->error->value);
            self::assertSame($asking, $refusal->call);
            $violations = array_map(get_object_vars(...), $refusal->violations);
            self::assertSameData($vector->expect->list('violations'), $violations);
        }
    }

    private static function sorted(mixed $value): mixed
    {
        if (!is_array($value)) {
            return $value;
        }
        ksort($value);

        return array_map(self::sorted(...), $value);
    }
}
