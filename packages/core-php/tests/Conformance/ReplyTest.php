<?php

declare(strict_types=1);

namespace Bluebridge\Core\Tests\Conformance;

use Bluebridge\Core\Response\HttpResponse;
use Bluebridge\Core\Response\ListReader;
use Bluebridge\Core\Response\ResponseInterpreter;

final class ReplyTest extends ReplyVectorTestCase
{
    public static function kind(): string
    {
        return 'reply';
    }

    protected function verify(Vector $vector): void
    {
        $call = $vector->given->text('call');
        $response = new HttpResponse($vector->given->integer('status'), [], HostileBody::of($vector->given));
        $isReply = $vector->expect->text('outcome') === 'reply';
        $expected = $vector->expect->map('reply');
        self::assertSameData(
            $isReply ? $expected : $vector->expect->all(),
            self::verdict(static fn (): array => ResponseInterpreter::interpret($call, $response)),
            'read whole',
        );
        if (ListReader::reads($call)) {
            $list = $expected[ListReader::listOf($call)] ?? [];
            self::assertSameData(
                $isReply && is_array($list) ? $list : $vector->expect->all(),
                self::verdict(static fn (): array => self::streamed($vector, 3)),
                'streamed',
            );
        }
    }
}
