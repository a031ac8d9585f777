<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Tests\Seats;

use Bluebridge\WordPress\Seats\PlannedMeetings;
use Bluebridge\WordPress\Tests\Database;
use Bluebridge\WordPress\Tests\ServerTraffic;
use Bluebridge\WordPress\Tests\Site;
use PHPUnit\Framework\TestCase;

/** Requests that really run at once, each in a process of its own; nothing is rolled back here. */
final class AtOnceTest extends TestCase
{
    private const PROCESSES = 6;

    protected function setUp(): void
    {
        // Meetings of other tests would have seats.
        (new ServerTraffic())->resetSimulator();
    }

    protected function tearDown(): void
    {
        Database::connection()->query('DELETE FROM ' . PlannedMeetings::table());
    }

    public function testOfSixAtOnceWhoWantTwentyOfFiftySeatsTwoGetThem(): void
    {
        $environment = [
            'BLUEBRIDGE_ENDPOINT' => Site::simulator() . '/hoster/de/bbb-integration/',
            'BLUEBRIDGE_DIALECT' => 'integration',
            'BLUEBRIDGE_SEATS' => '50',
            // Late enough for all of them to be ready.
            'TEST_STARTS_AT' => (string) (microtime(true) + 4),
        ] + getenv();
        $running = [];
        for ($number = 1; $number <= self::PROCESSES; $number++) {
            $command = [PHP_BINARY, __DIR__ . '/reserve.php', (string) $number];
            $process = proc_open($command, [1 => ['pipe', 'w']], $pipes, null, $environment);
            self::assertIsResource($process);
            $running[] = [$process, $pipes[1]];
        }
        $outcomes = [];
        foreach ($running as [$process, $pipe]) {
            $outcomes[] = trim((string) stream_get_contents($pipe));
            proc_close($process);
        }
        sort($outcomes);
        self::assertSame(['place', 'place', ...array_fill(0, self::PROCESSES - 2, 'seats_exhausted')], $outcomes);
    }
}
