<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Tests\Meeting;

use OCA\Bluebridge\BackgroundJob\GiveStatusBack;
use OCA\Bluebridge\Db\InCallMapper;
use OCA\Bluebridge\Tests\MeetingTestCase;

/** Others see who is in a call. */
final class CallStatusTest extends MeetingTestCase
{
    public function testWhoEntersIsInACallUntilTheyHaveLeft(): void
    {
        $room = $this->roomOf('alice');
        $this->as('alice')->page('POST', "rooms/{$room}/join");
        self::assertSame(['alice' => 'call'], $this->host->statuses->set);
        $this->act(['kind' => 'join', 'meetingID' => $this->meetingOf($room), 'attendee' => ['fullName' => 'Alice', 'userID' => 'alice', 'role' => 'MODERATOR']]);
        $this->lookLater($room);
        self::assertSame(['alice' => 'call'], $this->host->statuses->set);
        $this->act(['kind' => 'leave', 'meetingID' => $this->meetingOf($room), 'userID' => 'alice']);
        $this->lookLater($room);
        self::assertSame([], $this->host->statuses->set);
    }

    public function testTheEndOfAMeetingEndsTheCallsOfAllWhoAreIn(): void
    {
        $room = $this->roomOf('alice');
        $this->as('alice')->page('POST', "rooms/{$room}/join");
        $this->act(['kind' => 'join', 'meetingID' => $this->meetingOf($room), 'attendee' => ['fullName' => 'Alice', 'userID' => 'alice', 'role' => 'MODERATOR']]);
        $this->lookLater($room);
        $this->as('alice')->api('POST', "rooms/{$room}/end");
        self::assertSame([], $this->host->statuses->set);
    }

    public function testWhoNeverArrivesGetsTheirStatusBack(): void
    {
        $room = $this->roomOf('alice');
        $this->as('alice')->page('POST', "rooms/{$room}/join");
        $this->lookLater($room);
        self::assertSame(['alice' => 'call'], $this->host->statuses->set);
        $this->host->clock->advance(60_000);
        $this->lookLater($room);
        self::assertSame([], $this->host->statuses->set);
    }

    public function testItComesBackWhenNobodyLooksToo(): void
    {
        $room = $this->roomOf('alice');
        $this->as('alice')->page('POST', "rooms/{$room}/join");
        $this->act(['kind' => 'join', 'meetingID' => $this->meetingOf($room), 'attendee' => ['fullName' => 'Alice', 'userID' => 'alice', 'role' => 'MODERATOR']]);
        $this->doJob();
        self::assertSame(['alice' => 'call'], $this->host->statuses->set);
        $this->act(['kind' => 'leave', 'meetingID' => $this->meetingOf($room), 'userID' => 'alice']);
        $this->doJob();
        self::assertSame([], $this->host->statuses->set);
        $asked = $this->callsOf('getMeetingInfo');
        $this->doJob();
        self::assertSame($asked, $this->callsOf('getMeetingInfo'));
    }

    public function testWhoHasGoneOnIntoAnotherCallIsStillInOne(): void
    {
        [$first, $second] = [$this->roomOf('alice', 'First'), $this->roomOf('alice', 'Second')];
        $this->as('alice')->page('POST', "rooms/{$first}/join");
        $this->as('alice')->page('POST', "rooms/{$second}/join");
        $this->as('alice')->api('POST', "rooms/{$first}/end");
        self::assertSame(['alice' => 'call'], $this->host->statuses->set);
        $this->as('alice')->api('POST', "rooms/{$second}/end");
        self::assertSame([], $this->host->statuses->set);
    }

    public function testAStatusThatCouldNotBeGivenBackIsGivenBackLater(): void
    {
        $room = $this->roomOf('alice');
        $this->as('alice')->page('POST', "rooms/{$room}/join");
        $this->host->statuses->fails = true;
        $this->as('alice')->api('POST', "rooms/{$room}/end");
        $this->host->statuses->fails = false;
        $this->doJob();
        self::assertSame([], $this->host->statuses->set);
    }

    public function testWithoutAServerNobodyIsInACallForever(): void
    {
        $room = $this->roomOf('alice');
        $this->as('alice')->page('POST', "rooms/{$room}/join");
        $this->disconnect();
        $this->doJob();
        self::assertSame(['alice' => 'call'], $this->host->statuses->set);
        $this->host->clock->advance(12 * 3_600_000);
        $this->doJob();
        self::assertSame([], $this->host->statuses->set);
    }

    public function testOfMoreMeetingsThanOneRunLooksAtAllHaveTheirTurn(): void
    {
        $inCall = $this->host->container->get(InCallMapper::class);
        for ($number = 100; $number < 141; $number++) {
            $inCall->note("user{$number}", "nc-gone-{$number}", 1);
            $this->host->statuses->set["user{$number}"] = 'call';
        }
        $this->doJob();
        self::assertSame(['user140' => 'call'], $this->host->statuses->set);
        // As many as one run looks at have entered again, and do not come before who was left.
        for ($number = 100; $number < 140; $number++) {
            $inCall->note("user{$number}", "nc-gone-{$number}", 1);
        }
        $this->doJob();
        self::assertSame([], $this->host->statuses->set);
    }

    private function doJob(): void
    {
        $this->host->clock->advance(300_000);
        $this->host->container->forgetApp();
        $this->host->container->get(GiveStatusBack::class)->start($this->host->jobs);
    }

    private function lookLater(int $room): void
    {
        $this->host->clock->advance(20_000);
        $this->as('alice')->api('GET', "rooms/{$room}/status");
    }
}
