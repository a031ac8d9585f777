<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Tests\Schedule;

use Bluebridge\WordPress\Policies\Policies;
use Bluebridge\WordPress\Policies\PolicyStore;
use Bluebridge\WordPress\Tests\HosterTestCase;

final class ExtensionTest extends HosterTestCase
{
    public function testTheEndIsMovedByHalfAnHourWhileNobodyElseHasTheSeats(): void
    {
        $room = $this->roomFor(30, 60);
        $this->openRoom($room);
        $before = $this->meetingOf($room)->plannedEndAt;
        self::assertSame($before + 1_800_000, $this->seats->extension()->of($room->id));
        self::assertSame($before + 1_800_000, $this->meetingOf($room)->plannedEndAt);
    }

    public function testSeatsThatSomebodyElseHasAfterwardsAreNotTaken(): void
    {
        $room = $this->roomFor(30, 60);
        $this->openRoom($room);
        $this->openRoom($this->roomFor(20, 120, title: 'Physics'));
        $this->say('BLUEBRIDGE_SEATS', '49');
        self::assertSame('seats', $this->seats->extension()->of($room->id));
    }

    public function testAnAdministratorsMostMinutesBoundWhatAMeetingIsExtendedBy(): void
    {
        (new PolicyStore())->keep(new Policies(mostMinutes: 80), false);
        $room = $this->roomFor(30, 60);
        $this->openRoom($room);
        $this->actAs('author');
        $this->passMinutes(10);
        $info = $this->infos->atDoor($room->meetingID);
        self::assertSame('Extend by 20 minutes', $this->seats->signs()->of($room, $info)['extend']);
        $opened = $this->meetingOf($room)->openedAt;
        self::assertSame($opened + 80 * 60_000, $this->seats->extension()->of($room->id));
        self::assertSame('longest', $this->seats->extension()->of($room->id));
        self::assertSame('', $this->seats->signs()->of($room, $info)['extend']);
        self::assertSame($opened + 80 * 60_000, $this->meetingOf($room)->plannedEndAt);
    }

    public function testWhoAsksTooLateGetsNoMoreMinutesThanAMeetingMayHave(): void
    {
        (new PolicyStore())->keep(new Policies(mostMinutes: 80), false);
        $this->say('BLUEBRIDGE_GRACE_MINUTES', '30');
        $room = $this->roomFor(30, 60);
        $this->openRoom($room);
        $this->passMinutes(75);
        self::assertSame($this->meetingOf($room)->openedAt + 80 * 60_000, $this->seats->extension()->of($room->id));
    }

    public function testTheChatOffersNoExtensionThatNobodyGets(): void
    {
        (new PolicyStore())->keep(new Policies(mostMinutes: 60), false);
        $room = $this->roomFor(30, 60);
        $this->openRoom($room);
        $this->join($room);
        $said = [];
        add_filter('pre_http_request', static function (mixed $answer, array $arguments, string $url) use (&$said): mixed {
            if (str_contains($url, 'sendChatMessage')) {
                $said[] = rawurldecode(str_replace('+', ' ', $url));
            }

            return $answer;
        }, 10, 3);
        $this->passMinutes(55);
        $this->seats->endDue()->run(0);
        self::assertCount(1, $said);
        self::assertStringNotContainsString('extend', $said[0]);
        self::assertSame('longest', $this->seats->extension()->of($room->id));
    }

    public function testNoMeetingIsExtendedBeyondWhatARoomMayEverSay(): void
    {
        $room = $this->roomFor(30, 1439);
        $this->openRoom($room);
        self::assertSame('longest', $this->seats->extension()->of($room->id));
    }

    public function testAMeetingThatIsBeingEndedIsNotExtended(): void
    {
        $room = $this->roomFor(30, 30);
        $this->openRoom($room);
        $this->passMinutes(31);
        $this->seats->endDue()->run(0);
        self::assertSame('too_late', $this->seats->extension()->of($room->id));
    }

    public function testWhereNothingRunsThereIsNothingToExtend(): void
    {
        self::assertSame('nothing', $this->seats->extension()->of($this->roomFor(30, 30)->id));
    }

    public function testAServerThatEndsMeetingsItselfExtendsNone(): void
    {
        $room = $this->roomFor(30, 30);
        $this->openRoom($room);
        $this->say('BLUEBRIDGE_DIALECT', 'bigbluebutton');
        $services = new \Bluebridge\WordPress\Services(__FILE__);
        self::assertSame('server_ends', $services->seats()->extension()->of($room->id));
    }

    public function testAnExtendedMeetingIsWarnedOfItsNewEndAndEndedThen(): void
    {
        $room = $this->roomFor(30, 30);
        $this->openRoom($room);
        $this->join($room);
        $this->passMinutes(25);
        $this->seats->endDue()->run(0);
        self::assertCount(1, $this->callsOf('sendChatMessage'));
        $this->seats->extension()->of($room->id);
        $this->passMinutes(15);
        $this->seats->endDue()->run(0);
        self::assertSame([], $this->callsOf('end'));
        $this->passMinutes(12);
        $this->seats->endDue()->run(0);
        self::assertCount(2, $this->callsOf('sendChatMessage'));
    }
}
