<?php

declare(strict_types=1);

namespace Bluebridge\Core\Tests\Conformance;

use Bluebridge\Core\Request\UrlRedactor;

final class DialectTest extends RequestVectorTestCase
{
    public static function kind(): string
    {
        return 'dialect';
    }

    protected function verify(Vector $vector): void
    {
        if ($vector->expect->text('outcome') === 'refused') {
            $this->verifyRefusal($vector);

            return;
        }
        $request = $this->build($vector);
        self::assertSame($vector->expect->text('method'), $request->method);
        self::assertSame($vector->expect->text('url'), $request->url);
        self::assertDoesNotMatchRegularExpression(
            '/checksum=(?!\*\*\*)|sessionToken=(?!\*\*\*)/',
            UrlRedactor::redact($request->url),
        );
    }
}
