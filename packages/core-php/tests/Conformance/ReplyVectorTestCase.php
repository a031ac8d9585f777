<?php

declare(strict_types=1);

namespace Bluebridge\Core\Tests\Conformance;

use Bluebridge\Core\Errors\BbbException;
use Bluebridge\Core\Response\ItemStream;

/** The runner of vectors that read a body, whole or in parts. */
abstract class ReplyVectorTestCase extends VectorTestCase
{
    /**
     * Makes of an answer, or of the refusal to give one, what a vector expects.
     *
     * @param callable(): array<array-key, mixed> $answer
     * @return array<array-key, mixed>
     */
    final protected static function verdict(callable $answer): array
    {
        try {
            return PlainData::of($answer());
        } catch (BbbException $error) {
            self::assertLessThan(200, strlen($error->getMessage()), 'A message never carries a body.');

            return PlainData::of([
                'outcome' => 'error',
                'code' => $error->error->value,
                'reason' => $error->reason?->value,
                'messageKey' => $error->messageKey,
                'retryable' => $error->retryable,
            ]);
        }
    }

    /**
     * @param int<1, max> $size of each part
     * @return list<array<string, mixed>>
     */
    final protected static function streamed(Vector $vector, int $size): array
    {
        $parts = str_split(HostileBody::of($vector->given), $size);
        $stream = new ItemStream($vector->given->text('call'), $parts, $vector->given->integer('status'));
        $items = iterator_to_array($stream, false);
        self::assertNotNull($stream->rest(), 'A stream that ended well has a rest.');

        return $items;
    }

    /**
     * @param array<array-key, mixed> $expected
     * @param array<array-key, mixed> $actual
     */
    final protected static function assertSameData(array $expected, array $actual, string $how): void
    {
        self::assertSame(PlainData::of($expected), PlainData::of($actual), $how);
    }
}
