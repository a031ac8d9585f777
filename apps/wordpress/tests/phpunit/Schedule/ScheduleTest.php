<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Tests\Schedule;

use Bluebridge\WordPress\Recordings\SyncSchedule;
use Bluebridge\WordPress\Schedule\EndDue;
use Bluebridge\WordPress\Schedule\Moments;
use Bluebridge\WordPress\Schedule\ScheduleModule;
use Bluebridge\WordPress\Tests\HosterTestCase;

final class ScheduleTest extends HosterTestCase
{
    public function testWpCronLooksOnceAMinuteOnlyWhileThereAreMeetings(): void
    {
        wp_unschedule_hook(ScheduleModule::EACH_MINUTE);
        $room = $this->roomFor(20, 30);
        $this->openRoom($room);
        self::assertSame('bluebridge_minute', wp_get_schedule(ScheduleModule::EACH_MINUTE));
        do_action(ScheduleModule::EACH_MINUTE);
        self::assertNotFalse(wp_next_scheduled(ScheduleModule::EACH_MINUTE));
        $this->planned->forgetRoom($room->id);
        do_action(ScheduleModule::EACH_MINUTE);
        self::assertFalse(wp_next_scheduled(ScheduleModule::EACH_MINUTE));
    }

    public function testOnceAnHourItLooksInAnyCase(): void
    {
        do_action('init');
        self::assertSame('hourly', wp_get_schedule(ScheduleModule::EACH_HOUR));
    }

    public function testAPluginThatIsSwitchedOffLeavesNoTask(): void
    {
        do_action('init');
        wp_schedule_event(time(), 'hourly', SyncSchedule::HOURLY);
        wp_schedule_event(time(), 'hourly', 'of_somebody_else');
        do_action('deactivate_bluebridge/bluebridge.php');
        $tasks = array_merge(...array_map(array_keys(...), array_values(_get_cron_array())));
        self::assertSame([], array_filter($tasks, static fn (string $task): bool => str_starts_with($task, 'bluebridge')));
        self::assertContains('of_somebody_else', $tasks);
    }

    public function testSiteHealthIsAlarmedWhenNothingEndsMeetings(): void
    {
        $health = $this->seats->scheduleHealth();
        self::assertSame('critical', $health->check()['status']);
        $this->seats->endDue()->run(0);
        self::assertSame('good', $health->check()['status']);
        $this->openRoom($this->roomFor(20, 30));
        $this->passMinutes(10);
        self::assertSame('critical', $health->check()['status']);
    }

    public function testAServerThatEndsMeetingsItselfIsLessOfAWorry(): void
    {
        $this->say('BLUEBRIDGE_DIALECT', 'bigbluebutton');
        $services = new \Bluebridge\WordPress\Services(__FILE__);
        self::assertSame('recommended', $services->seats()->scheduleHealth()->check()['status']);
    }

    public function testOfManyWhoDoSomethingAtOnceOneDoesIt(): void
    {
        $moments = new Moments();
        self::assertTrue($moments->claim('test', 1_000, 500));
        self::assertFalse($moments->claim('test', 1_000, 500));
        self::assertFalse($moments->claim('test', 1_400, 500));
        self::assertTrue($moments->claim('test', 1_500, 500));
        self::assertSame(1_500, $moments->last('test'));
        // A clock that was set back does not stop it.
        self::assertTrue($moments->claim('test', 900, 500));
        self::assertSame(0, $moments->last(EndDue::RAN));
    }
}
