<?php

declare(strict_types=1);

namespace Bluebridge\Core\Tests\Conformance;

use Bluebridge\Core\Request\UrlRedactor;

final class RequestTest extends RequestVectorTestCase
{
    public static function kind(): string
    {
        return 'request';
    }

    protected function verify(Vector $vector): void
    {
        $request = $this->build($vector);
        self::assertSame($vector->expect->text('method'), $request->method);
        self::assertSame($vector->expect->text('url'), $request->url);

        $redacted = UrlRedactor::redact($request->url);
        self::assertDoesNotMatchRegularExpression('/checksum=(?!\*\*\*)/', $redacted);
        self::assertSame($vector->expect->optionalText('redacted') ?? $redacted, $redacted);
    }
}
