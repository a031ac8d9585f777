<?php

declare(strict_types=1);

namespace Bluebridge\Core\Tests\Conformance;

use Bluebridge\Core\Response\HttpResponse;
use Bluebridge\Core\Response\ListReader;
use Bluebridge\Core\Response\ResponseInterpreter;

final class HostileTest extends ReplyVectorTestCase
{
    public static function kind(): string
    {
        return 'hostile';
    }

    protected function verify(Vector $vector): void
    {
        $given = $vector->given;
        $response = new HttpResponse($given->integer('status'), [], HostileBody::of($given));
        self::assertSameData($vector->expect->all(), self::verdict(static function () use ($given, $response): array {
            $reply = ResponseInterpreter::interpret($given->text('call'), $response);

            return self::bounded($reply[ListReader::listOf($given->text('call'))] ?? null);
        }), 'read whole');

        // Small bodies also byte by byte: a character, an entity and a tag may be cut anywhere.
        foreach (strlen($response->body) < 5_000 ? [64 * 1024, 7, 1] : [64 * 1024, 1021] as $size) {
            $found = self::verdict(static fn (): array => self::bounded(self::streamed($vector, $size)));
            self::assertSameData($vector->expect->all(), $found, "in parts of {$size}");
        }
    }

    /** @return array<string, mixed> */
    private static function bounded(mixed $items): array
    {
        self::assertIsArray($items);

        return ['outcome' => 'bounded', 'items' => count($items)];
    }
}
