<?php

declare(strict_types=1);

namespace Bluebridge\Core\Tests\Request;

use Bluebridge\Core\Client\Server;
use PHPUnit\Framework\TestCase;

final class RequestTargetTest extends TestCase
{
    public function testDumpDoesNotShowTheSecret(): void
    {
        $target = Server::from('https://bbb.example.org/bigbluebutton/', 'very-secret');
        self::assertStringNotContainsString('very-secret', print_r($target, true));
        self::assertStringContainsString('bbb.example.org', print_r($target, true));
    }
}
