<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Tests\Guests;

use OCA\Bluebridge\Exception\Problem;
use OCA\Bluebridge\Service\Throttle;
use OCA\Bluebridge\Tests\AppTestCase;

/** Tries are counted also where clocks do not agree. */
final class ThrottleTest extends AppTestCase
{
    private const PER_MS = 60_000;

    public function testATryWhoseClockIsBehindCountsWithTheOthers(): void
    {
        $this->take(5);
        $this->host->clock->advance(-1);
        self::assertFalse($this->mayTry());
        $this->host->clock->advance(-5_000);
        self::assertFalse($this->mayTry());
    }

    public function testAClockThatWasSetBackShutsNobodyOutForGood(): void
    {
        $this->take(5);
        $this->host->clock->advance(-86_400_000);
        self::assertTrue($this->mayTry());
    }

    private function take(int $times): void
    {
        for ($try = 0; $try < $times; $try++) {
            self::assertTrue($this->mayTry());
        }
        self::assertFalse($this->mayTry());
    }

    private function mayTry(): bool
    {
        try {
            $this->host->container->get(Throttle::class)->take('code 7', 5, self::PER_MS);

            return true;
        } catch (Problem $problem) {
            self::assertSame('too_many_tries', $problem->problem);
            self::assertLessThanOrEqual(2 * self::PER_MS / 1000, $problem->retryAfter);

            return false;
        }
    }
}
