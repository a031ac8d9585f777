<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Tests\Meetings;

use Bluebridge\WordPress\Meetings\MeetingWatches;
use Bluebridge\WordPress\Seats\PlannedMeetings;
use Bluebridge\WordPress\Tests\Database;
use Bluebridge\WordPress\Tests\ServerTraffic;
use PHPUnit\Framework\TestCase;

/** Requests that really run at once, each in a process of its own; nothing is rolled back here. */
final class OpeningAtOnceTest extends TestCase
{
    private const PROCESSES = 5;

    protected function setUp(): void
    {
        (new ServerTraffic())->resetSimulator();
    }

    protected function tearDown(): void
    {
        foreach ([MeetingWatches::table(), PlannedMeetings::table()] as $table) {
            Database::connection()->query("DELETE FROM {$table}");
        }
        delete_transient('bluebridge_trouble_900000');
    }

    public function testOfFiveWhoOpenARoomAtOnceOneWaitsForAServerThatHangs(): void
    {
        // Late enough for all of them to be ready.
        $environment = ['TEST_STARTS_AT' => (string) (microtime(true) + 4)] + getenv();
        $running = [];
        for ($number = 1; $number <= self::PROCESSES; $number++) {
            $process = proc_open([PHP_BINARY, __DIR__ . '/open-room.php', (string) $number], [1 => ['pipe', 'w']], $pipes, null, $environment);
            self::assertIsResource($process);
            $running[] = [$process, $pipes[1]];
        }
        $asked = 0;
        $quick = [];
        foreach ($running as [$process, $pipe]) {
            $said = json_decode((string) stream_get_contents($pipe), true);
            proc_close($process);
            self::assertIsArray($said);
            [$outcome, $seconds, $created] = $said;
            $asked += $created > 0 ? 1 : 0;
            if ($created === 0) {
                self::assertContains($outcome, ['not_started', 'timeout']);
                $quick[] = is_float($seconds) || is_int($seconds) ? $seconds : INF;
            }
        }
        self::assertSame([1, self::PROCESSES - 1], [$asked, count($quick)]);
        self::assertLessThan(3, max([0, ...$quick]));
    }
}
