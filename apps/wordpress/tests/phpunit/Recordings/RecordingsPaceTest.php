<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Tests\Recordings;

use Bluebridge\WordPress\Recordings\RecordingList;
use Bluebridge\WordPress\Recordings\RecordingsPace;
use PHPUnit\Framework\TestCase;

final class RecordingsPaceTest extends TestCase
{
    private const NOW = 1_800_000_000_000;

    private const MINUTE = 60_000;

    public function testWhatIsBeingMadeIsAskedAboutOftenAtFirst(): void
    {
        $paces = [];
        foreach ([1, 30, 120, 1_000] as $minutes) {
            $index = [['recordID' => 'r', 'state' => 'expected', 'expectedSince' => self::NOW - $minutes * self::MINUTE]];
            $paces[] = (RecordingsPace::next(new RecordingList(), $index, self::NOW) - self::NOW) / self::MINUTE;
        }
        self::assertSame([1, 5, 15, 60], $paces);
    }

    public function testAServerInTroubleIsLeftAloneForLongerAndLonger(): void
    {
        $pauses = array_map(
            static fn (int $failures): int => RecordingsPace::next(new RecordingList(failures: $failures), [], self::NOW) - self::NOW,
            [1, 2, 3, 50],
        );
        self::assertSame([30_000, 60_000, 120_000, 30 * self::MINUTE], $pauses);
        $list = new RecordingList(readAt: 1, dueAt: self::NOW + 1, failures: 1);
        self::assertFalse(RecordingsPace::isStale($list, [], self::NOW));
    }

    public function testARoomWithoutRecordingsIsNotAskedAboutByItself(): void
    {
        self::assertSame(0, RecordingsPace::next(new RecordingList(readAt: self::NOW), [], self::NOW));
        $isLive = new RecordingList(readAt: self::NOW, isLive: true);
        self::assertSame(self::NOW + RecordingsPace::WHILE_LIVE, RecordingsPace::next($isLive, [], self::NOW));
    }

    public function testWhoLooksMakesItAskSooner(): void
    {
        self::assertTrue(RecordingsPace::isStale(null, [], self::NOW));
        self::assertFalse(RecordingsPace::isStale(new RecordingList(readAt: self::NOW - 14 * self::MINUTE), [], self::NOW));
        self::assertTrue(RecordingsPace::isStale(new RecordingList(readAt: self::NOW - 15 * self::MINUTE), [], self::NOW));
        $making = [['recordID' => 'r', 'state' => 'processing', 'facts' => ['recordID' => 'r', 'endTime' => self::NOW - self::MINUTE]]];
        self::assertTrue(RecordingsPace::isStale(new RecordingList(readAt: self::NOW - 10_000), $making, self::NOW));
        self::assertFalse(RecordingsPace::isStale(new RecordingList(readAt: self::NOW - 9_000), $making, self::NOW));
    }
}
