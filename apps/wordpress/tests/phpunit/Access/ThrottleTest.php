<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Tests\Access;

use Bluebridge\WordPress\Access\Throttle;
use Bluebridge\WordPress\Access\TooManyTries;
use Bluebridge\WordPress\Storage\Database;
use Bluebridge\WordPress\Tests\TestClock;
use Bluebridge\WordPress\Tests\WordPressTestCase;

final class ThrottleTest extends WordPressTestCase
{
    private TestClock $clock;

    protected function setUp(): void
    {
        parent::setUp();
        $this->clock = new TestClock();
        $_SERVER['REMOTE_ADDR'] = '192.0.2.7';
    }

    public function testNoMoreTriesGetThroughThanThereAre(): void
    {
        self::assertSame(3, $this->grantedOf(10));
        $this->clock->sleep(59_000);
        self::assertSame(0, $this->grantedOf(1));
        $this->clock->sleep(1_000);
        self::assertSame(3, $this->grantedOf(10));
    }

    public function testItTellsWhenToGoOn(): void
    {
        $this->grantedOf(3);
        $this->clock->sleep(20_500);
        try {
            (new Throttle($this->clock))->take('code 7', 3, 60_000);
            self::fail('One more got through.');
        } catch (TooManyTries $tries) {
            self::assertSame(40, $tries->retryAfter);
        }
    }

    public function testAGoodTryDoesNotCount(): void
    {
        foreach (range(1, 20) as $ignored) {
            self::assertSame(1, $this->grantedOf(1));
            (new Throttle($this->clock))->giveBack('code 7');
        }
    }

    public function testRoomsAndAddressesCountForThemselves(): void
    {
        $this->grantedOf(3);
        self::assertSame(3, $this->grantedOf(3, 'code 8'));
        $_SERVER['REMOTE_ADDR'] = '192.0.2.8';
        self::assertSame(3, $this->grantedOf(3));
    }

    public function testTheManyAddressesOfOneLineCountAsOne(): void
    {
        $_SERVER['REMOTE_ADDR'] = '2001:db8:1:2:3:4:5:6';
        $this->grantedOf(3);
        $_SERVER['REMOTE_ADDR'] = '2001:db8:1:2:ffff::1';
        self::assertSame(0, $this->grantedOf(1));
        $_SERVER['REMOTE_ADDR'] = '2001:db8:1:3::1';
        self::assertSame(1, $this->grantedOf(1));
    }

    public function testWhatAVisitorSaysOfTheirAddressIsNotBelieved(): void
    {
        $this->grantedOf(3);
        $_SERVER['HTTP_X_FORWARDED_FOR'] = '198.51.100.1';
        self::assertSame(0, $this->grantedOf(1));
        add_filter('bluebridge_client_address', static fn (): string => '198.51.100.1');
        self::assertSame(1, $this->grantedOf(1), 'A site behind a proxy says whom it believes.');
    }

    public function testAnEmptyCacheBeginsNothingAnew(): void
    {
        $this->grantedOf(3);
        wp_cache_flush();
        self::assertSame(0, $this->grantedOf(1));
    }

    public function testNobodyReadsAddressesFromTheTable(): void
    {
        $this->grantedOf(1);
        $rows = (string) wp_json_encode(Database::rows('SELECT * FROM %i', Throttle::table()));
        self::assertStringNotContainsString('192.0.2.7', $rows);
        self::assertStringNotContainsString(bin2hex((string) inet_pton('192.0.2.7')), $rows);
    }

    public function testAClockThatWasSetBackShutsNobodyOut(): void
    {
        $this->grantedOf(3);
        $this->clock->sleep(-3_600_000);
        self::assertSame(1, $this->grantedOf(1));
    }

    public function testOldTriesAreForgotten(): void
    {
        $this->grantedOf(1);
        $this->clock->sleep(DAY_IN_SECONDS * 1000 + 1);
        (new Throttle($this->clock))->tidy();
        self::assertSame([], Database::rows('SELECT * FROM %i', Throttle::table()));
    }

    /** Tries so often; gives how many were granted. */
    private function grantedOf(int $tries, string $what = 'code 7'): int
    {
        $granted = 0;
        foreach (range(1, $tries) as $ignored) {
            try {
                (new Throttle($this->clock))->take($what, 3, 60_000);
                $granted += 1;
            } catch (TooManyTries) {
                continue;
            }
        }

        return $granted;
    }
}
