<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Tests\Recordings;

use Bluebridge\WordPress\Recordings\MeetingEnds;
use Bluebridge\WordPress\Recordings\RecordingList;
use Bluebridge\WordPress\Recordings\SyncSchedule;
use Bluebridge\WordPress\Rooms\RoomStore;

final class RecordingsUpdateTest extends RecordingTestCase
{
    public function testTheTaskReadsAllRoomsThatAreDueByOneQuestion(): void
    {
        $rooms = [$this->roomOf('author'), $this->roomOf('colleague'), $this->roomOf('editor')];
        foreach ($rooms as $number => $room) {
            $this->seed($room, ['recordID' => "r{$number}"]);
            $this->schedule->hasten($room, $this->clock->now());
        }
        self::assertSame(['rooms' => 3, 'changes' => 3, 'failed' => 0], $this->update->run());
        self::assertSame(['getRecordings'], $this->traffic->calls());
        self::assertSame(['r1 ready'], $this->standing($rooms[1]));
        self::assertSame(['rooms' => 0, 'changes' => 0, 'failed' => 0], $this->update->run());
    }

    public function testOneRunIsBounded(): void
    {
        // Rooms in the bin: the quickest to have many of.
        for ($roomId = 1_000_001; $roomId <= 1_000_110; $roomId++) {
            $this->lists->begin($roomId);
            $this->lists->hasten($roomId, $this->clock->now());
        }
        $this->update->run();
        self::assertCount(10, $this->lists->claimDue(1_000, 1));
        self::assertSame([], $this->traffic->calls());
    }

    public function testTheTaskIsPlannedForTheRoomThatIsDueFirst(): void
    {
        wp_clear_scheduled_hook(SyncSchedule::DUE);
        $now = $this->clock->now();
        $this->schedule->hasten($this->roomOf('author'), $now + 600_000);
        self::assertSame(intdiv($now, 1000) + 600, wp_next_scheduled(SyncSchedule::DUE));
        $this->schedule->hasten($this->roomOf('author'), $now + 20_000);
        self::assertSame(intdiv($now, 1000) + 20, wp_next_scheduled(SyncSchedule::DUE));
    }

    public function testAServerThatIsDownLosesNothingAndIsAskedLater(): void
    {
        $room = $this->roomOf('author');
        $this->recordingIn($room);
        $this->traffic->breakDown();
        $this->clock->sleep(60_000);
        $this->schedule->hasten($room, $this->clock->now());
        self::assertSame(['rooms' => 1, 'changes' => 0, 'failed' => 1], $this->update->run());
        self::assertStringEndsWith(' ready', $this->standing($room)[0]);
        self::assertSame(1, $this->lists->get($room->id)?->failures);
        self::assertSame($this->clock->now() + 30_000, $this->lists->get($room->id)->dueAt);
    }

    public function testOfTwoWhoAskAtOnceOneAsks(): void
    {
        $room = $this->roomOf('author');
        $this->lists->begin($room->id);
        $seen = $this->lists->get($room->id) ?? new RecordingList();
        self::assertTrue($this->lists->claim($room->id, 60_000, $seen));
        self::assertFalse($this->update->ask($room));
        self::assertSame([], $this->lists->claimDue(25, 60_000));
        // Whoever asks may have died.
        $this->clock->sleep(60_000);
        self::assertSame([$room->id], $this->lists->claimDue(25, 60_000));
    }

    public function testWhoAsksAgainAndAgainCostsOneQuestionInFiveSeconds(): void
    {
        $room = $this->roomOf('author');
        self::assertTrue($this->update->ask($room));
        self::assertFalse($this->update->ask($room));
        $this->clock->sleep(5_000);
        self::assertTrue($this->update->ask($room));
        self::assertSame(['getRecordings', 'getRecordings'], $this->traffic->calls());
    }

    public function testARecordingTheServerNoLongerListsIsKeptForADay(): void
    {
        $room = $this->roomOf('author');
        $this->recordingIn($room, ['recordID' => 'gone']);
        $this->traffic->resetSimulator();
        foreach (['gone missing' => 10_000, 'gone  missing' => 86_000_000] as $expected => $ms) {
            $this->clock->sleep($ms);
            $this->update->ask($room);
            self::assertSame([str_replace('  ', ' ', $expected)], $this->standing($room));
        }
        $this->clock->sleep(500_000);
        $this->update->ask($room);
        self::assertSame([], $this->standing($room));
    }

    public function testRecordingsOnAFormerServerAreNotMissing(): void
    {
        $room = $this->roomOf('author');
        $this->index->expect($room->id, 'another-server', 'old-1700000000000', 1);
        $this->clock->sleep(200_000_000);
        $this->update->ask($room);
        self::assertSame(['old-1700000000000 processing'], $this->standing($room));
    }

    public function testAnAnswerThatIsOlderThanAChangeOfOursIsNotBelieved(): void
    {
        $room = $this->roomOf('author');
        $recording = $this->recordingIn($room);
        add_filter('pre_http_request', function (mixed $before) use ($room, $recording): mixed {
            // Somebody deletes it while the list is on its way.
            $this->index->remove($room->id, $recording->recordID());
            $this->lists->outdate($room->id);

            return $before;
        });
        $this->clock->sleep(10_000);
        $this->update->ask($room);
        self::assertSame([], $this->standing($room));
        self::assertSame($this->clock->now(), $this->lists->get($room->id)?->dueAt);
    }

    public function testTheEndOfARecordedMeetingLetsItsRecordingBeExpected(): void
    {
        $room = $this->roomOf('author');
        $ends = new MeetingEnds(new RoomStore(), $this->servers, $this->index, $this->lists, $this->schedule, $this->clock);
        $ends->seen($room, 'r-1700000000000', true);
        // It stays recorded, although recording is paused at the end.
        $ends->seen($room, 'r-1700000000000', false);
        self::assertSame([], $this->standing($room));
        do_action('bluebridge_meeting_ended', $room->id);
        $ends->seen($room, '', false);
        $ends->over($room->id);
        self::assertSame(['r-1700000000000 processing'], $this->standing($room));
        self::assertGreaterThan(0, $this->lists->nextDue());
        $this->clock->sleep(172_800_001);
        $this->update->ask($room);
        self::assertSame([], $this->standing($room));
    }

    public function testAMeetingThatIsLookedAtTellsItsEnd(): void
    {
        $room = $this->roomOf('author', ['record' => true]);
        $this->meetings->enter($room, self::moderator(), true, 'https://example.org/');
        $this->clock->sleep(6_000);
        $this->infos->lookOn($room->meetingID, false);
        self::assertTrue($this->lists->get($room->id)?->isLive);
        $this->traffic->resetSimulator();
        $this->clock->sleep(20_000);
        $this->infos->lookOn($room->meetingID, false);
        self::assertFalse($this->lists->get($room->id)->isLive);
    }

    public function testARecordedMeetingTellsTheServerWhereToCall(): void
    {
        $params = function (bool $record): array {
            $room = $this->roomOf('author', ['record' => $record]);

            return (array) apply_filters('bluebridge_create_params', ['record' => $record], $room->id);
        };
        self::assertStringContainsString('bluebridge/v1/recordings/ready', (string) wp_json_encode($params(true), JSON_UNESCAPED_SLASHES));
        self::assertSame(['record' => false], $params(false));
    }

    public function testARoomThatIsGoneForGoodLeavesNothing(): void
    {
        $room = $this->roomOf('author');
        $this->recordingIn($room);
        wp_delete_post($room->id, true);
        self::assertSame([[], null], [$this->standing($room), $this->lists->get($room->id)]);
    }
}
