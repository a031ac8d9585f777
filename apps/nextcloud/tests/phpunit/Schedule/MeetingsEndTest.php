<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Tests\Schedule;

use OCA\Bluebridge\BackgroundJob\EndMeetings;
use OCA\Bluebridge\SetupChecks\MeetingsEnd;
use OCA\Bluebridge\Tests\HosterTestCase;

/** What administrators read about background jobs. */
final class MeetingsEndTest extends HosterTestCase
{
    public function testWithoutTheJobMeetingsOfAHosterDoNotEndAndThatIsAnError(): void
    {
        self::assertSame('error', $this->verdict());
        $this->endDue();
        self::assertSame('success', $this->verdict());
        $this->host->clock->advance(2 * 60 * 60_000);
        self::assertSame('error', $this->verdict(), 'it has not run for two hours');
    }

    public function testAJobThatHasStoppedIsAnErrorAsSoonAsSomethingIsLate(): void
    {
        $this->opened($this->roomFor(20, 30));
        $this->endDue();
        self::assertSame('success', $this->verdict());
        $this->passMinutes(25);
        self::assertSame('error', $this->verdict());
    }

    public function testAServerThatEndsMeetingsItselfMakesNoWorry(): void
    {
        $this->connectHoster('bigbluebutton', '/bigbluebutton/');
        self::assertSame('info', $this->verdict());
    }

    public function testTheJobIsOneOfThoseThatNextcloudRuns(): void
    {
        $info = (string) file_get_contents(dirname(__DIR__, 3) . '/appinfo/info.xml');
        self::assertStringContainsString('<job>' . EndMeetings::class . '</job>', $info);
        self::assertInstanceOf(EndMeetings::class, $this->service(EndMeetings::class));
    }

    private function verdict(): string
    {
        return $this->service(MeetingsEnd::class)->run()->getSeverity();
    }
}
