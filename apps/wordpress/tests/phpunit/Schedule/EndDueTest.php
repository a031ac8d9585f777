<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Tests\Schedule;

use Bluebridge\WordPress\Rooms\StoredRoom;
use Bluebridge\WordPress\Schedule\DueMeetings;
use Bluebridge\WordPress\Schedule\EndTally;
use Bluebridge\WordPress\Tests\HosterTestCase;
use Bluebridge\WordPress\Vendor\Bluebridge\Core\Client\Client;
use Exception;

final class EndDueTest extends HosterTestCase
{
    public function testAMeetingIsEndedWhenItsTimeAndTheGraceAreOverAndThatIsReadBack(): void
    {
        $room = $this->roomFor(20, 30);
        $this->openRoom($room);
        $this->join($room);
        $this->passMinutes(31);
        $this->runOnce();
        self::assertSame([], $this->callsOf('end'));
        $this->passMinutes(4);
        $tally = $this->runUntilGone();
        self::assertCount(1, $this->callsOf('end'));
        self::assertSame(1, $tally->ended);
        self::assertNull($this->planned->openIn($room->id));
        $this->traffic->forget();
        $this->runOnce();
        self::assertSame([], $this->traffic->calls());
    }

    public function testNamesAreForgottenWithTheMeetingWhetherOrNotAnybodyLooks(): void
    {
        $room = $this->roomFor(20, 30);
        $this->openRoom($room);
        $this->join($room);
        $this->passMinutes(1);
        $this->infos->lookOn($room->meetingID, false);
        self::assertStringContainsString('Ada', (string) $this->watches->read($room->meetingID)->snapshot);
        $this->passMinutes(35);
        self::assertSame(1, $this->runUntilGone()->ended);
        $this->runOnce();
        self::assertSame('null', $this->watches->read($room->meetingID)->snapshot);
    }

    public function testNobodyIsInSoThereIsNoGrace(): void
    {
        $this->openRoom($this->roomFor(20, 30));
        $this->passMinutes(30);
        $this->runOnce();
        self::assertCount(1, $this->callsOf('end'));
    }

    public function testAMeetingBelongsToOneRunUntilThatHasSurelyDied(): void
    {
        $room = $this->roomFor(20, 30);
        $this->openRoom($room);
        $id = $this->meetingOf($room)->id;
        $due = new DueMeetings();
        self::assertSame([true, false], [$due->take($id, $this->clock->now()), $due->take($id, $this->clock->now())]);
        self::assertNotContains($id, array_column($due->list($this->clock->now()), 'id'));
        $this->passMs(DueMeetings::LEASE);
        self::assertTrue($due->take($id, $this->clock->now()));
    }

    public function testPeopleAreWarnedOnceTenMinutesBeforeAndOnceTwoMinutesBefore(): void
    {
        $room = $this->roomFor(20, 30);
        $this->openRoom($room);
        $this->join($room);
        for ($minute = 0; $minute < 29; $minute++) {
            $this->passMinutes(1);
            $this->runOnce();
            $this->runOnce();
        }
        self::assertCount(2, $this->callsOf('sendChatMessage'));
    }

    public function testTwoRunsAtOnceEndEachMeetingOnce(): void
    {
        $room = $this->roomFor(20, 30);
        $this->openRoom($room);
        $this->passMinutes(40);
        $second = 0;
        // The second run comes in the middle of the first, while it asks the server.
        add_filter('pre_http_request', function (mixed $answer) use (&$second): mixed {
            if ($second++ === 1) {
                $this->seats->endDue()->run(0);
            }

            return $answer;
        });
        $this->runOnce();
        self::assertGreaterThan(1, $second);
        self::assertCount(1, $this->callsOf('end'));
    }

    public function testARunThatDiedAfterItsEndIsNotFollowedByASecondEnd(): void
    {
        $room = $this->roomFor(20, 30);
        $this->openRoom($room);
        $this->passMinutes(40);
        // What the run had written down before it asked; what became of it nobody wrote.
        $ends = (string) wp_json_encode(['times' => 1, 'lastAt' => $this->clock->now(), 'pending' => true]);
        $this->planned->change($this->meetingOf($room), ['ends' => $ends]);
        $this->clientOf($room)->call('end', ['meetingID' => $room->meetingID]);
        $this->traffic->forget();
        $tally = $this->runUntilGone();
        self::assertSame([], $this->callsOf('end'));
        self::assertSame(1, $tally->ended);
    }

    public function testAnEndThatFailsIsTriedAgainFiveTimesAtTheMost(): void
    {
        $room = $this->roomFor(20, 30);
        $this->openRoom($room);
        $this->passMinutes(31);
        $refusal = '<response><returncode>FAILED</returncode><messageKey>internalError</messageKey><message>No</message></response>';
        $this->traffic->answerCall('end', $refusal);
        for ($minutes = 0; $minutes < 30; $minutes++) {
            $this->runOnce();
            $this->passMinutes(1);
        }
        self::assertCount(5, $this->callsOf('end'));
        self::assertTrue($this->meetingOf($room)->ends['gaveUp'] ?? false);
    }

    public function testAServerThatWasAwayEndsTheMeetingWhenItIsBack(): void
    {
        $room = $this->roomFor(20, 30);
        $this->openRoom($room);
        $this->passMinutes(31);
        $this->traffic->breakDown();
        self::assertSame(1, $this->runOnce()->failed);
        $this->traffic->recover();
        $this->passMinutes(2);
        $this->runOnce();
        self::assertNotSame([], $this->callsOf('end'));
    }

    public function testALaterMeetingOfTheRoomIsNotEndedInPlaceOfTheEarlierOne(): void
    {
        $room = $this->roomFor(20, 30);
        $this->openRoom($room);
        $client = $this->clientOf($room);
        $client->call('end', ['meetingID' => $room->meetingID]);
        $this->passMinutes(31);
        $client->call('create', ['name' => 'Later', 'meetingID' => $room->meetingID, 'maxParticipants' => 5, 'duration' => 60]);
        $this->traffic->forget();
        $this->runOnce();
        self::assertSame([], $this->callsOf('end'));
    }

    public function testWhoeverDiedWhileOpeningIsFoundByTheServersMeeting(): void
    {
        $room = $this->roomFor(20, 30);
        $params = ['name' => 'Maths', 'meetingID' => $room->meetingID, 'maxParticipants' => 20, 'duration' => 30];
        $this->seats->places()->take($room, self::moderator(), $params, []);
        $this->clientOf($room)->call('create', $params);
        self::assertSame('planned', $this->meetingOf($room)->state);
        $this->passMinutes(4);
        $this->runOnce();
        self::assertSame('live', $this->meetingOf($room)->state);
    }

    public function testSeatsOfAMeetingThatNeverCameIntoBeingAreGivenBack(): void
    {
        $room = $this->roomFor(50, 30);
        $this->traffic->answerCall('create', '');
        $this->traffic->answerCall('getMeetingInfo', '<response><returncode>FAILED</returncode><messageKey>notFound</messageKey></response>');
        try {
            $this->openRoom($room);
        } catch (Exception) {
            // The answer got lost.
        }
        self::assertSame('planned', $this->meetingOf($room)->state);
        $this->passMinutes(4);
        $this->runOnce();
        self::assertNull($this->planned->openIn($room->id));
    }

    public function testAMeetingThatSomebodyEndedGivesItsSeatsBack(): void
    {
        $room = $this->roomFor(50, 60);
        $this->openRoom($room);
        $this->clientOf($room)->call('end', ['meetingID' => $room->meetingID]);
        do_action('bluebridge_meeting_end_sent', $room->id);
        $this->passMinutes(1);
        $tally = $this->runOnce();
        self::assertSame(0, $tally->ended);
        self::assertNotNull($this->openRoom($this->roomFor(50, 60, title: 'Next'))->url);
    }

    private function clientOf(StoredRoom $room): Client
    {
        return $this->seats->accounts()->of($room->meetingID)->client();
    }

    private function runOnce(): EndTally
    {
        return $this->seats->endDue()->run(0);
    }

    /** A real run sleeps while the server lets go of the meeting; here its clock is moved by hand. */
    private function runUntilGone(): EndTally
    {
        $tally = $this->runOnce();
        for ($looks = 0; $looks < 6 && $tally->ended === 0; $looks++) {
            $this->passMs(6_000);
            $tally = $this->runOnce();
        }

        return $tally;
    }
}
