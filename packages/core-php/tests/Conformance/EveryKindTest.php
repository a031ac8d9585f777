<?php

declare(strict_types=1);

namespace Bluebridge\Core\Tests\Conformance;

use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

/** A kind of vectors that PHP does not run is a behaviour that PHP may not have. */
final class EveryKindTest extends TestCase
{
    #[DataProvider('kinds')]
    public function testHasARunnerInPhp(string $kind): void
    {
        $runner = __NAMESPACE__ . '\\' . str_replace(' ', '', ucwords(str_replace('-', ' ', $kind))) . 'Test';
        self::assertTrue(is_subclass_of($runner, VectorTestCase::class), "{$runner} must run the vectors of {$kind}.");
        self::assertSame($kind, $runner::kind());
    }

    /** @return iterable<string, array{string}> */
    public static function kinds(): iterable
    {
        foreach (VectorFiles::kinds() as $kind) {
            yield $kind => [$kind];
        }
    }
}
