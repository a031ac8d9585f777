<?php

declare(strict_types=1);

namespace Bluebridge\Core\Tests\Conformance;

/** One scenario: what is given, and the outcome it must have, kind of outcome included. */
final class Vector
{
    public function __construct(
        public readonly string $id,
        public readonly Fields $given,
        public readonly Fields $expect,
    ) {
    }
}
