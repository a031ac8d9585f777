<?php

declare(strict_types=1);

namespace Bluebridge\Core\Tests\Conformance;

use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

/** The runner of one kind of vectors: a test for each file of its folder. */
abstract class VectorTestCase extends TestCase
{
    /** Name of the folder. */
    abstract public static function kind(): string;

    /** Fails where what is given does not lead to what is expected. */
    abstract protected function verify(Vector $vector): void;

    #[DataProvider('vectors')]
    final public function testVectorHolds(Vector $vector): void
    {
        $this->verify($vector);
    }

    /** @return iterable<string, array{Vector}> */
    final public static function vectors(): iterable
    {
        return VectorFiles::ofKind(static::kind());
    }
}
