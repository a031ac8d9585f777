<?php

declare(strict_types=1);

namespace Bluebridge\Core\Tests\Conformance;

final class PostTest extends RequestVectorTestCase
{
    public static function kind(): string
    {
        return 'post';
    }

    protected function verify(Vector $vector): void
    {
        if ($vector->expect->text('outcome') === 'refused') {
            $this->verifyRefusal($vector);

            return;
        }
        $expect = $vector->expect;
        $request = $this->build($vector);
        $sent = (string) $request->body;
        self::assertSame($expect->text('method'), $request->method);
        self::assertSame($expect->text('url'), $request->url);
        self::assertSame($expect->text('contentType'), $request->headers['content-type'] ?? null);
        if ($expect->has('body')) {
            self::assertSame($expect->text('body'), $sent);
        } elseif ($expect->has('bodyBase64')) {
            self::assertSame($expect->text('bodyBase64'), base64_encode($sent));
        } else {
            self::assertSame($expect->integer('bodyLength'), strlen($sent));
            self::assertSame($expect->text('bodySha256'), hash('sha256', $sent));
        }
    }
}
