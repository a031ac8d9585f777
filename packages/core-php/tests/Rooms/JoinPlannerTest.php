<?php

declare(strict_types=1);

namespace Bluebridge\Core\Tests\Rooms;

use Bluebridge\Core\Rooms\JoinPlanner;
use Bluebridge\Core\Rooms\MeetingState;
use Bluebridge\Core\Rooms\Participant;
use Bluebridge\Core\Rooms\Room;
use PHPUnit\Framework\TestCase;

final class JoinPlannerTest extends TestCase
{
    private const NOW = 1_800_000_000_000;

    public function testRoomThatSaysNothingIsAsTheTableSays(): void
    {
        $room = new Room('room-1', ['name' => 'Room']);
        $viewer = new Participant('u1', 'Ann', false);
        self::assertSame(
            ['kind' => 'wait', 'reason' => 'not_started'],
            JoinPlanner::plan($room, $viewer, MeetingState::absent(), self::NOW),
        );
        self::assertSame(
            ['kind' => 'wait', 'reason' => 'moderator_absent'],
            JoinPlanner::plan($room, $viewer, MeetingState::live(self::NOW, 1, 0), self::NOW),
        );
        self::assertSame(
            ['kind' => 'join', 'role' => 'VIEWER'],
            JoinPlanner::plan($room, $viewer, MeetingState::live(self::NOW, 2, 1), self::NOW),
        );
    }

    public function testSeatIsKeptForOneIdAndNotForOneThatLooksLikeTheSameNumber(): void
    {
        $room = new Room('room-1', ['name' => 'Room']);
        $full = MeetingState::live(self::NOW, 2, 1, 2, ['7']);
        $plan = static fn (string $userID): array => JoinPlanner::plan($room, new Participant($userID, 'Ann', false), $full, self::NOW);
        self::assertSame(['kind' => 'join', 'role' => 'VIEWER'], $plan('7'));
        self::assertSame(['kind' => 'refuse', 'reason' => 'full'], $plan('07'));
    }

    public function testNobodyAgreesToEndAMeetingOfOthersWithoutBeingAsked(): void
    {
        $state = MeetingState::absent(['kind' => 'evicts', 'meetings' => ['room-2']]);
        self::assertSame(
            ['kind' => 'refuse', 'reason' => 'would_evict', 'meetings' => ['room-2']],
            JoinPlanner::plan(new Room('room-1', []), new Participant('u1', 'Ann', true), $state, self::NOW),
        );
    }

    public function testMeetingIsNotTakenToBeRecordedUnlessItIs(): void
    {
        $room = new Room('room-1', ['name' => 'Room', 'recordingConsent' => true]);
        $plan = static fn (MeetingState $meeting): array => JoinPlanner::plan($room, new Participant('u1', 'Ann', false), $meeting, self::NOW);
        self::assertSame('join', $plan(MeetingState::live(self::NOW, 2, 1))['kind']);
        self::assertSame('refuse', $plan(MeetingState::live(self::NOW, 2, 1, recording: true))['kind']);
    }
}
