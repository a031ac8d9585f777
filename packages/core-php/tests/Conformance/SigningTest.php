<?php

declare(strict_types=1);

namespace Bluebridge\Core\Tests\Conformance;

use Bluebridge\Core\Signing\CanonicalQuery;
use Bluebridge\Core\Signing\Checksum;
use Bluebridge\Core\Signing\HashAlgorithm;

final class SigningTest extends VectorTestCase
{
    public static function kind(): string
    {
        return 'signing';
    }

    protected function verify(Vector $vector): void
    {
        $values = [];
        foreach ($vector->given->list('params') as $pair) {
            self::assertIsArray($pair);
            self::assertIsString($pair[0] ?? null);
            self::assertIsString($pair[1] ?? null);
            self::assertArrayNotHasKey($pair[0], $values);
            $values[$pair[0]] = $pair[1];
        }
        $query = CanonicalQuery::build($values);
        self::assertSame($vector->expect->text('query'), $query);

        $checksums = $vector->expect->fields('checksums');
        foreach (HashAlgorithm::cases() as $algorithm) {
            self::assertSame(
                $checksums->text($algorithm->value),
                Checksum::of($algorithm, $vector->given->text('call'), $query, $vector->given->text('secret')),
            );
        }
    }
}
