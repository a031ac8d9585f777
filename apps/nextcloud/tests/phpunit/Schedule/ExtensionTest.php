<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Tests\Schedule;

use OCA\Bluebridge\Seats\AccountTermsStore;
use OCA\Bluebridge\Tests\HosterTestCase;

final class ExtensionTest extends HosterTestCase
{
    private const HALF_AN_HOUR = 1_800_000;

    public function testTheEndIsMovedByHalfAnHourWhileNobodyElseHasTheSeats(): void
    {
        $room = $this->roomFor(30, 60);
        $before = $this->opened($room)->plannedEndAt;
        $answer = $this->as('alice')->api('POST', "rooms/{$room}/extend");
        self::assertSame([200, $before + self::HALF_AN_HOUR], [$answer->getStatus(), $this->dataOf($answer)['plannedEndAt'] ?? 0]);
        self::assertSame($before + self::HALF_AN_HOUR, $this->planned($room)->plannedEndAt);
    }

    public function testSeatsThatSomebodyElseHasAfterwardsAreNotTaken(): void
    {
        $room = $this->roomFor(30, 60);
        $this->opened($room);
        $this->opened($this->roomFor(20, 120, name: 'Physics'));
        (new AccountTermsStore($this->host->settings))->keep($this->account(), ['connections' => 49]);
        $this->assertDenied('extension_seats', $room);
    }

    public function testAMeetingThatIsBeingEndedIsNotExtended(): void
    {
        $room = $this->roomFor(30, 30);
        $this->opened($room);
        $this->comeIn($room);
        $this->passMinutes(36);
        $this->endDue();
        $this->assertDenied('extension_too_late', $room);
    }

    public function testWhereNothingRunsThereIsNothingToExtend(): void
    {
        $this->assertDenied('extension_nothing', $this->roomFor(30, 30));
    }

    public function testAnExtendedMeetingIsWarnedOfItsNewEndAndEndedThen(): void
    {
        $room = $this->roomFor(30, 30);
        $this->opened($room);
        $this->comeIn($room);
        $this->passMinutes(25);
        $this->endDue();
        self::assertSame(1, $this->callsOf('sendChatMessage'));
        self::assertSame(200, $this->as('alice')->api('POST', "rooms/{$room}/extend")->getStatus());
        $this->passMinutes(15);
        $this->endDue();
        self::assertSame(0, $this->callsOf('end'));
        $this->passMinutes(12);
        $this->endDue();
        self::assertSame(2, $this->callsOf('sendChatMessage'));
    }

    private function assertDenied(string $code, int $room): void
    {
        $answer = $this->as('alice')->api('POST', "rooms/{$room}/extend");
        self::assertSame([409, $code], [$answer->getStatus(), $this->dataOf($answer)['code'] ?? '']);
    }
}
