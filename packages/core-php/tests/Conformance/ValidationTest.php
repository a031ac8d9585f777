<?php

declare(strict_types=1);

namespace Bluebridge\Core\Tests\Conformance;

final class ValidationTest extends RequestVectorTestCase
{
    public static function kind(): string
    {
        return 'validation';
    }

    protected function verify(Vector $vector): void
    {
        $this->verifyRefusal($vector);
    }
}
