<?php

declare(strict_types=1);

namespace Bluebridge\Core\Tests\Client;

use Bluebridge\Core\Client\Client;
use Bluebridge\Core\Client\LostReason;
use Bluebridge\Core\Client\Server;
use Bluebridge\Core\Client\Transport;
use Bluebridge\Core\Client\TransportFailure;
use Bluebridge\Core\Errors\BbbError;
use Bluebridge\Core\Errors\BbbException;
use Bluebridge\Core\Request\RequestTarget;
use PHPUnit\Framework\TestCase;

/** What tests of the client share. */
abstract class ClientTestCase extends TestCase
{
    protected const SECRET = '639259d4-9dd8-4b25-bf01-95f9567eaf4b';

    final protected static function server(): RequestTarget
    {
        return Server::from('https://bbb.example.org/bigbluebutton/', self::SECRET);
    }

    final protected static function client(Transport $transport, QuickTime $time = new QuickTime()): Client
    {
        return new Client(self::server(), $transport, time: $time);
    }

    final protected static function timeout(): BbbException
    {
        return TransportFailure::lost(LostReason::TimedOut);
    }

    /** @param callable(): mixed $call */
    final protected static function assertRefused(BbbError $expected, callable $call): BbbException
    {
        try {
            $call();
        } catch (BbbException $error) {
            self::assertSame($expected, $error->error, $error->getMessage());
            self::assertStringNotContainsString('checksum=', $error->getMessage());

            return $error;
        }
        self::fail('Nothing was thrown.');
    }
}
