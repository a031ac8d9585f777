<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Tests\Schedule;

use Bluebridge\WordPress\Schedule\Moments;
use Bluebridge\WordPress\Tests\WordPressTestCase;

final class MomentsTest extends WordPressTestCase
{
    private const NOW = 1_800_000_000_000;

    public function testWhoLookedAtTheClockEarlierTakesNothingFromWhoWasQuicker(): void
    {
        $moments = new Moments();
        self::assertTrue($moments->claim('test', self::NOW, 30_000));
        self::assertFalse($moments->claim('test', self::NOW - 5, 30_000));
        self::assertFalse($moments->claim('test', self::NOW, 30_000));
        self::assertTrue($moments->claim('test', self::NOW + 30_000, 30_000));
    }

    public function testAClockThatWasSetBackStopsNothing(): void
    {
        $moments = new Moments();
        $moments->note('test', self::NOW);
        self::assertTrue($moments->claim('test', self::NOW - 3_600_000, 30_000));
    }
}
