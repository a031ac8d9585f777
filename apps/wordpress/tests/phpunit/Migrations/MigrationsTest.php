<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Tests\Migrations;

use Bluebridge\WordPress\Health\TablesCheck;
use Bluebridge\WordPress\Migrations\Migrations;
use Bluebridge\WordPress\Schedule\Moments;
use Bluebridge\WordPress\Tests\TestClock;
use Bluebridge\WordPress\Tests\WordPressTestCase;

final class MigrationsTest extends WordPressTestCase
{
    protected function setUp(): void
    {
        parent::setUp();
        RefusedStep::$times = 0;
        RefusedStep::$isAllowed = false;
    }

    public function testAStepWhoseTableWasNotMadeIsTriedAgainAfterAWhile(): void
    {
        update_option(Migrations::VERSION, 0);
        $clock = new TestClock();
        $run = static fn () => (new Migrations($clock, [RefusedStep::class, RefusedStep::class]))->run();
        $run();
        $run();
        self::assertSame([1, 0], [RefusedStep::$times, get_option(Migrations::VERSION)]);
        self::assertSame('critical', (new TablesCheck())->finding()->status);
        $clock->sleep(300_000);
        $run();
        self::assertSame([2, 0], [RefusedStep::$times, get_option(Migrations::VERSION)]);
        RefusedStep::$isAllowed = true;
        $clock->sleep(300_000);
        $run();
        self::assertSame([4, 2], [RefusedStep::$times, get_option(Migrations::VERSION)]);
        self::assertSame('good', (new TablesCheck())->finding()->status);
    }

    public function testOneRequestAtATimeTakesStepsUnlessItDied(): void
    {
        update_option(Migrations::VERSION, 0);
        RefusedStep::$isAllowed = true;
        $clock = new TestClock();
        $run = static fn () => (new Migrations($clock, [RefusedStep::class]))->run();
        self::assertTrue((new Moments())->claim('migrating', $clock->now(), 60_000));
        $run();
        self::assertSame(0, RefusedStep::$times);
        $clock->sleep(60_000);
        $run();
        self::assertSame(1, RefusedStep::$times);
    }
}
