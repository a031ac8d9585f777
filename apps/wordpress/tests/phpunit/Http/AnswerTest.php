<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Tests\Http;

use PHPUnit\Framework\TestCase;

/** In a process of its own: what was sent and defined cannot be taken back. */
final class AnswerTest extends TestCase
{
    public function testPluginsThatKeepPagesKeepNoneOfOurs(): void
    {
        exec(escapeshellarg(PHP_BINARY) . ' ' . escapeshellarg(__DIR__ . '/send-answer.php') . ' 2>&1', $lines);
        self::assertSame('[false,true]', implode("\n", $lines));
    }
}
