<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Tests\Schedule;

use OCA\Bluebridge\Event\MeetingEnded;
use OCA\Bluebridge\Schedule\EndTally;
use OCA\Bluebridge\Seats\Accounts;
use OCA\Bluebridge\Seats\NewMeeting;
use OCA\Bluebridge\Seats\PlannedMeetings;
use OCA\Bluebridge\Tests\HosterTestCase;
use OCA\Bluebridge\Vendor\Bluebridge\Core\Client\Client;

/** What background jobs and `occ bluebridge:end-due` do. */
final class EndDueTest extends HosterTestCase
{
    private const NO = '<response><returncode>FAILED</returncode><messageKey>internalError</messageKey><message>No</message></response>';

    public function testAMeetingIsEndedWhenItsTimeAndTheGraceAreOverAndThatIsReadBack(): void
    {
        $room = $this->roomFor(20, 30);
        $this->opened($room);
        $this->comeIn($room);
        $this->passMinutes(31);
        $this->endDue();
        self::assertSame(0, $this->callsOf('end'));
        $this->passMinutes(4);
        $tally = $this->runUntilGone();
        self::assertSame([1, 1], [$this->callsOf('end'), $tally->ended]);
        self::assertNull((new PlannedMeetings($this->host->db))->openIn($room));
        self::assertSame([$room], array_values(array_unique(array_column($this->host->events->told(MeetingEnded::class), 'roomId'))));
        $calls = count($this->host->http->sent());
        $this->endDue();
        self::assertCount($calls, $this->host->http->sent());
    }

    public function testWhatFollowsTheEndFollowsAlsoWhenNobodyLooksOn(): void
    {
        $room = $this->roomFor(20, 30);
        $this->as('alice')->page('POST', "rooms/{$room}/join");
        $this->comeIn($room, 'alice');
        self::assertSame(['alice' => 'call'], $this->host->statuses->set);
        $this->passMinutes(35);
        $this->runUntilGone();
        self::assertSame([], $this->host->statuses->set);
        self::assertSame(['started', 'ended'], $this->host->activity->subjectsOf('alice'));
    }

    public function testNobodyIsInSoThereIsNoGrace(): void
    {
        $room = $this->roomFor(20, 4);
        $this->opened($room);
        $this->passMinutes(4);
        $this->endDue();
        self::assertSame(1, $this->callsOf('end'));
    }

    public function testPeopleAreWarnedOnceTenMinutesBeforeAndOnceTwoMinutesBefore(): void
    {
        $room = $this->roomFor(20, 30);
        $this->opened($room);
        $this->comeIn($room);
        for ($minute = 0; $minute < 29; $minute++) {
            $this->passMinutes(1);
            $this->endDue();
            $this->endDue();
        }
        self::assertSame(2, $this->callsOf('sendChatMessage'));
        $message = $this->sentIn('sendChatMessage')['message'] ?? '';
        self::assertIsString($message);
        self::assertStringStartsWith('This meeting ends in 10 minutes.', $message);
    }

    public function testTwoRunsAtOnceEndEachMeetingOnce(): void
    {
        $room = $this->roomFor(20, 30);
        $this->opened($room);
        $this->comeIn($room);
        $this->passMinutes(36);
        $server = $this->answering();
        $second = 0;
        // The second run comes in the middle of the first, while it asks the server.
        $server->before('getMeetingInfo', function () use (&$second): void {
            if ($second++ === 0) {
                $this->endDue();
            }
        });
        $this->endDue();
        self::assertGreaterThan(1, $second);
        self::assertSame(1, $this->callsOf('end'));
    }

    public function testARunThatDiedAfterItsEndIsNotFollowedByASecondEnd(): void
    {
        $room = $this->roomFor(20, 30);
        $this->opened($room);
        $this->comeIn($room);
        $this->passMinutes(36);
        // What the run had written down before it asked; what became of it nobody wrote.
        $ends = json_encode(['times' => 1, 'lastAt' => 1000 * $this->host->clock->getTime(), 'pending' => true], JSON_THROW_ON_ERROR);
        (new PlannedMeetings($this->host->db))->change($this->planned($room), ['ends' => $ends]);
        $this->client()->call('end', ['meetingID' => $this->meetingOf($room)]);
        $tally = $this->runUntilGone();
        self::assertSame([1, 1], [$this->callsOf('end'), $tally->ended]);
    }

    public function testAnEndThatFailsIsTriedAgainFiveTimesAtTheMost(): void
    {
        $room = $this->roomFor(20, 30);
        $this->opened($room);
        $this->comeIn($room);
        $this->passMinutes(36);
        $server = $this->answering();
        $server->answer('end', self::NO);
        for ($minutes = 0; $minutes < 30; $minutes++) {
            $this->endDue();
            $this->passMinutes(1);
        }
        self::assertCount(5, array_keys($server->calls, 'end', true));
        self::assertTrue($this->planned($room)->ends['gaveUp'] ?? false);
    }

    public function testAServerThatWasAwayEndsTheMeetingWhenItIsBack(): void
    {
        $room = $this->roomFor(20, 30);
        $this->opened($room);
        $this->comeIn($room);
        $this->passMinutes(36);
        $server = $this->answering();
        $server->answer('*', 'not XML');
        self::assertSame(1, $this->endDue()->failed);
        $server->recover();
        $this->passMinutes(2);
        $this->endDue();
        self::assertSame(1, $this->callsOf('end'));
    }

    public function testALaterMeetingOfTheRoomIsNotEndedInPlaceOfTheEarlierOne(): void
    {
        $room = $this->roomFor(20, 30);
        $this->opened($room);
        $this->client()->call('end', ['meetingID' => $this->meetingOf($room)]);
        $this->passMinutes(31);
        $this->client()->call('create', ['name' => 'Later', 'meetingID' => $this->meetingOf($room), 'maxParticipants' => 5, 'duration' => 60]);
        $before = $this->callsOf('end');
        $this->endDue();
        self::assertSame($before, $this->callsOf('end'));
    }

    public function testWhoeverDiedWhileOpeningIsFoundByTheServersMeeting(): void
    {
        $room = $this->roomFor(20, 30);
        $this->plan($room, 20);
        $this->client()->call('create', ['name' => 'Maths', 'meetingID' => $this->meetingOf($room), 'maxParticipants' => 20, 'duration' => 30]);
        $this->passMs(190_000);
        $this->endDue();
        self::assertSame('live', $this->planned($room)->state);
    }

    public function testSeatsOfAMeetingThatNeverCameIntoBeingAreGivenBack(): void
    {
        $room = $this->roomFor(50, 30);
        $this->plan($room, 50);
        $this->passMs(190_000);
        $this->endDue();
        self::assertNull((new PlannedMeetings($this->host->db))->openIn($room));
        self::assertSame([], $this->host->events->told(MeetingEnded::class));
    }

    public function testAMeetingThatSomebodyEndedGivesItsSeatsBack(): void
    {
        $room = $this->roomFor(50, 60);
        $this->opened($room);
        self::assertSame(200, $this->as('alice')->api('POST', "rooms/{$room}/end")->getStatus());
        $this->passMinutes(1);
        self::assertSame(0, $this->endDue()->ended);
        $this->opened($this->roomFor(50, 60, name: 'Next'));
    }

    public function testARunThatDiesGivesItsMeetingBackAfterItsLease(): void
    {
        $room = $this->roomFor(20, 4);
        $this->opened($room);
        $this->passMinutes(5);
        $due = $this->service(\OCA\Bluebridge\Schedule\DueMeetings::class);
        $now = 1000 * $this->host->clock->getTime();
        self::assertTrue($due->take($this->planned($room)->id, $now));
        self::assertFalse($due->take($this->planned($room)->id, $now));
        self::assertSame(0, $this->endDue()->looked);
        $this->passMinutes(3);
        self::assertSame(1, $this->endDue()->looked);
    }

    private function plan(int $room, int $seats): void
    {
        $now = 1000 * $this->host->clock->getTime();
        $new = new NewMeeting($room, $this->meetingOf($room), '', $now, $now + 1_800_000, $seats);
        self::assertNotNull((new PlannedMeetings($this->host->db))->add($this->account(), 1, $new));
    }

    private function client(): Client
    {
        return $this->service(Accounts::class)->all()[0]->client();
    }

    /** A real run sleeps while the server lets go of the meeting; here its clock is moved by hand. */
    private function runUntilGone(): EndTally
    {
        $tally = $this->endDue();
        for ($looks = 0; $looks < 6 && $tally->ended === 0; $looks++) {
            $this->passMs(6_000);
            $tally = $this->endDue();
        }

        return $tally;
    }
}
