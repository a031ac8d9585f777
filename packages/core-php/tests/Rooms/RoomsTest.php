<?php

declare(strict_types=1);

namespace Bluebridge\Core\Tests\Rooms;

use Bluebridge\Core\Dialects\Dialect;
use Bluebridge\Core\Dialects\DialectTable;
use Bluebridge\Core\Request\RequestBuilder;
use Bluebridge\Core\Request\RequestTarget;
use Bluebridge\Core\Rooms\MeetingState;
use Bluebridge\Core\Rooms\Participant;
use Bluebridge\Core\Rooms\Room;
use Bluebridge\Core\Rooms\RoomCalls;
use Bluebridge\Core\Rooms\RoomCapabilities;
use Bluebridge\Core\Rooms\RoomSettings;
use Bluebridge\Core\Rooms\SettingTable;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\Attributes\TestWith;
use PHPUnit\Framework\TestCase;

final class RoomsTest extends TestCase
{
    private const LIVE = [
        'createTime' => 1_800_000_000_000,
        'participantCount' => 3,
        'moderatorCount' => 2,
        'maxUsers' => 20,
        'recording' => true,
        'attendees' => [['userID' => 'u1', 'role' => 'MODERATOR'], ['role' => 'VIEWER'], ['userID' => 'u3', 'role' => null]],
    ];

    public function testMeetingIsAsTheReplySays(): void
    {
        $meeting = MeetingState::fromInfo(self::LIVE);
        self::assertEquals(MeetingState::live(1_800_000_000_000, 3, 2, 20, ['u1', 'u3'], true), $meeting);
    }

    public function testCountersThatAreLeftOutAreCounted(): void
    {
        $meeting = MeetingState::fromInfo(['createTime' => 1, 'attendees' => self::LIVE['attendees']]);
        self::assertEquals(MeetingState::live(1, 3, 1, 0, ['u1', 'u3']), $meeting);
    }

    public function testMeetingThatWasEndedIsEndingUntilItIsGone(): void
    {
        self::assertEquals(MeetingState::ending(), MeetingState::fromInfo(['hasBeenForciblyEnded' => true] + self::LIVE));
        self::assertEquals(MeetingState::absent(), MeetingState::fromInfo(null));
    }

    public function testJoinIsForOnePersonAndOneMeeting(): void
    {
        $params = RoomCalls::joinParams(new Room('room-1', ['name' => 'Room']), new Participant('u1', 'Ann', true), 'MODERATOR', 7);
        self::assertSame([
            'meetingID' => 'room-1',
            'fullName' => 'Ann',
            'role' => 'MODERATOR',
            'userID' => 'u1',
            'createTime' => 7,
            'redirect' => true,
        ], $params);
    }

    /** @param array<string, bool> $expected */
    #[TestWith([false, false, []])]
    #[TestWith([false, true, ['guest' => true]])]
    #[TestWith([true, false, ['guest' => false]])]
    public function testJoinSaysWhoIsAGuestWhereThatMatters(bool $approval, bool $guest, array $expected): void
    {
        $room = new Room('room-1', ['name' => 'Room', 'guestApproval' => $approval]);
        $params = RoomCalls::joinParams($room, new Participant('u1', 'Ann', false), 'VIEWER', 7, $guest);
        self::assertSame($expected, array_intersect_key($params, ['guest' => true]));
    }

    #[DataProvider('dialects')]
    public function testEverySettingGoesToEveryDialectAsItLikes(string $dialect): void
    {
        $target = new RequestTarget('https://bbb.example.org/', 'secret', Dialect::named($dialect));
        $capabilities = RoomCapabilities::of($target->dialect);
        $check = RoomSettings::check(self::everySetting($capabilities), $capabilities);
        self::assertSame([], $check['violations']);

        $room = new Room('room-1', $check['accepted']);
        $create = RoomCalls::createParams($room, $capabilities);
        $join = RoomCalls::joinParams($room, new Participant('u1', 'Ann', true), 'MODERATOR', 7);
        self::assertStringContainsString('meetingID=room-1', RequestBuilder::build($target, 'create', $create)->url);
        self::assertStringContainsString('createTime=7', RequestBuilder::build($target, 'join', $join)->url);
    }

    #[DataProvider('dialects')]
    public function testCapabilitiesAreThoseOfTheDialect(string $name): void
    {
        $dialect = Dialect::named($name);
        $capabilities = RoomCapabilities::of($dialect);
        $asked = ['reservesSeats', 'supportsDurationEnd', ...array_column(SettingTable::ALL, 'needs')];
        foreach ($asked as $capability) {
            self::assertSame($dialect->has($capability), $capabilities->has($capability), $capability);
        }
        self::assertSame($name !== 'scalelite', $capabilities->hasCall('sendChatMessage'));
    }

    public function testTextThatIsNoUnicodeIsRefused(): void
    {
        $check = RoomSettings::check(['welcome' => "caf\xE9"], new RoomCapabilities([]));
        self::assertSame([['path' => 'welcome', 'rule' => 'well_formed']], $check['violations']);
    }

    /** @return iterable<string, array{string}> */
    public static function dialects(): iterable
    {
        foreach (array_keys(DialectTable::ALL) as $name) {
            yield $name => [$name];
        }
    }

    /** @return array<string, string|int|bool> a value that fits for each setting that the server has */
    private static function everySetting(RoomCapabilities $capabilities): array
    {
        $settings = [];
        foreach (SettingTable::ALL as $name => $setting) {
            if ($capabilities->lackedBy($setting) === null) {
                $settings[$name] = match ($setting['control']) {
                    'switch', 'code' => false,
                    'number', 'date' => $setting['min'] + ($name === 'closesAt' ? 1 : 0),
                    'choice' => $setting['values'][0]['value'],
                    'url' => 'https://example.org/ä',
                    'colour' => '#a1B2c3',
                    default => 'Ä room & more',
                };
            }
        }

        return $settings;
    }
}
