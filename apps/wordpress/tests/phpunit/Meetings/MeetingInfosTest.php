<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Tests\Meetings;

use Bluebridge\WordPress\Meetings\MeetingWatches;
use Bluebridge\WordPress\Tests\RoomTestCase;
use Bluebridge\WordPress\Vendor\Bluebridge\Core\Errors\BbbError;
use Bluebridge\WordPress\Vendor\Bluebridge\Core\Errors\BbbException;

final class MeetingInfosTest extends RoomTestCase
{
    public function testTwoHundredPeopleWhoWaitCostTwelveQuestionsAMinute(): void
    {
        for ($ms = 0; $ms < 60_000; $ms += 300) {
            $this->infos->lookOn('bb-full', true);
            $this->clock->sleep(300);
        }
        self::assertSame(array_fill(0, 12, 'getMeetingInfo'), $this->traffic->calls());
    }

    public function testPeopleWhoOnlyLookAtAPageCostFourQuestionsAMinute(): void
    {
        for ($ms = 0; $ms < 60_000; $ms += 500) {
            $this->infos->lookOn('bb-page', false);
            $this->clock->sleep(500);
        }
        self::assertCount(4, $this->traffic->calls());
    }

    public function testQuestionsOutOfTurnCountAmongTheTwelve(): void
    {
        $second = 0;
        for (; $second < 12; $second++) {
            $this->infos->askAnew('bb-busy');
            $this->clock->sleep(1_000);
        }
        $this->traffic->forget();
        // By its pace alone the next one would have been due long ago.
        for (; $second < 60; $second++) {
            $this->infos->lookOn('bb-busy', true);
            $this->infos->atDoor('bb-busy');
            $this->clock->sleep(1_000);
        }
        self::assertSame([], $this->traffic->calls());
        $this->infos->lookOn('bb-busy', true);
        self::assertCount(1, $this->traffic->calls());
    }

    public function testNobodyElseAsksWhileTheServerThinks(): void
    {
        $watches = new MeetingWatches();
        self::assertTrue($watches->claim($watches->read('bb-slow'), $this->clock->now()));
        $this->clock->sleep(9_000);
        $this->infos->lookOn('bb-slow', true);
        self::assertSame([], $this->traffic->calls());
        // Whoever asked has died.
        $this->clock->sleep(1_000);
        $this->infos->lookOn('bb-slow', true);
        self::assertCount(1, $this->traffic->calls());
    }

    public function testWhatIsKnownIsToldWithoutAskingAnybody(): void
    {
        self::assertFalse($this->infos->known('bb-new')->isKnown);
        $this->infos->lookOn('bb-new', false);
        self::assertTrue($this->infos->known('bb-new')->isKnown);
        self::assertCount(1, $this->traffic->calls());
    }

    public function testAServerThatIsDownIsAskedLessAndLess(): void
    {
        $this->traffic->breakDown();
        for ($ms = 0; $ms < 600_000; $ms += 5_000) {
            $this->infos->lookOn('bb-down', true);
            $this->clock->sleep(5_000);
        }
        self::assertSame(BbbError::Unreachable, $this->infos->known('bb-down')->failure);
        self::assertLessThanOrEqual(8, count($this->traffic->calls()));
    }

    public function testAServerThatAsksForAPauseGetsIt(): void
    {
        add_filter('pre_http_request', static fn (): array => [
            'headers' => ['retry-after' => '90', 'content-type' => 'text/html'],
            'body' => 'busy',
            'response' => ['code' => 503, 'message' => 'Busy'],
            'cookies' => [],
            'filename' => null,
        ], PHP_INT_MAX);
        $this->infos->lookOn('bb-busy', true);
        self::assertSame(90_000, $this->infos->lookOn('bb-busy', true)->againIn);
        self::assertCount(1, $this->traffic->calls());
    }

    public function testOneLostAnswerAfterGoodOnesIsPassedOver(): void
    {
        $this->infos->lookOn('bb-once', true);
        $this->clock->sleep(5_000);
        $this->traffic->breakDown();
        self::assertTrue($this->infos->lookOn('bb-once', true)->outcome->isKnown);
        $this->clock->sleep(5_000);
        self::assertFalse($this->infos->lookOn('bb-once', true)->outcome->isKnown);
    }

    public function testNobodyIsSentToAServerThatCouldNotBeReachedJustNow(): void
    {
        $this->infos->lookOn('bb-gone', true);
        $this->clock->sleep(5_000);
        $this->traffic->breakDown();
        self::assertTrue($this->infos->lookOn('bb-gone', true)->outcome->isKnown);
        $this->expectExceptionObject(new BbbException(BbbError::Unreachable, 'the last question failed', 'getMeetingInfo'));
        $this->infos->atDoor('bb-gone');
    }

    public function testOfAllWhoTryOnTheSameReadingOneMayAsk(): void
    {
        $watches = new MeetingWatches();
        $seen = $watches->read('bb-race');
        $claims = array_map(static fn (int $at): bool => $watches->claim($seen, $at), [1_000, 1_000, 1_001, 2_000]);
        self::assertSame([true, false, false, false], $claims);
    }

    public function testAnAnswerThatComesLateDoesNotUndoAChange(): void
    {
        $watches = new MeetingWatches();
        $watches->claim($watches->read('bb-late'), 1_000);
        $watches->change('bb-late', 1_500, '{"createTime":1500,"attendees":[]}');
        $watches->answer('bb-late', 1_000, 'null');
        self::assertStringContainsString('1500', (string) $watches->read('bb-late')->snapshot);
    }

    public function testSomebodyAtTheDoorWaitsForWhoIsAskingAlready(): void
    {
        $watches = new MeetingWatches();
        $watches->claim($watches->read('bb-door'), $this->clock->now());
        $this->expectExceptionObject(new BbbException(BbbError::Timeout, 'nobody answered who had asked for it'));
        $this->infos->atDoor('bb-door');
    }

    public function testNoPasswordOfAMeetingIsKept(): void
    {
        $room = $this->roomOf('author');
        $this->meetings->enter($room, self::moderator(), true, 'https://example.org/');
        $this->clock->sleep(6_000);
        $this->infos->lookOn($room->meetingID, true);
        $snapshot = (string) (new MeetingWatches())->read($room->meetingID)->snapshot;
        self::assertStringContainsString('createTime', $snapshot);
        self::assertStringNotContainsStringIgnoringCase('PW', $snapshot);
    }
}
