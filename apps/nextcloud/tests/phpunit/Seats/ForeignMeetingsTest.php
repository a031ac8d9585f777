<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Tests\Seats;

use OCA\Bluebridge\Seats\Accounts;
use OCA\Bluebridge\Seats\PlannedMeeting;
use OCA\Bluebridge\Seats\PlannedMeetings;
use OCA\Bluebridge\Seats\SeatsSync;
use OCA\Bluebridge\Tests\HosterTestCase;

/** Meetings that other systems have on the same account. */
final class ForeignMeetingsTest extends HosterTestCase
{
    public function testOneThatTwoRequestsSeeAtOnceHasItsSeatsOnce(): void
    {
        $planned = new PlannedMeetings($this->host->db);
        $createTime = $this->now() - 60_000;
        $planned->addForeign($this->account(), 'elsewhere', $createTime, 0, 20, 1, $this->now());
        $planned->addForeign($this->account(), 'elsewhere', $createTime, 0, 20, 2, $this->now());
        $planned->addForeign($this->account(), 'elsewhere too', $createTime, 0, 5, 2, $this->now());
        self::assertSame([['elsewhere', 20], ['elsewhere too', 5]], $this->listed());
        // What was over and is seen again counts again.
        $planned->end($planned->open($this->account())[0], 'server', $this->now());
        $planned->addForeign($this->account(), 'elsewhere', $createTime, 0, 20, 2, $this->now());
        self::assertSame(['elsewhere', 'elsewhere too'], $this->sorted());
    }

    public function testWhatTheLedgerCannotHoldIsLeftOut(): void
    {
        $this->answering()->answer('getMeetings', '<response><returncode>SUCCESS</returncode><meetings>'
            . self::meeting(str_repeat('ä', 300), $this->now(), 60, 10)
            . self::meeting('', $this->now(), 60, 10)
            . self::meeting('endless', $this->now(), PHP_INT_MAX, 10)
            . self::meeting('huge', $this->now(), 60, PHP_INT_MAX)
            . self::meeting(str_repeat('ä', 256), $this->now(), 60, 10)
            . '</meetings></response>');
        for ($sync = 0; $sync < 2; $sync++) {
            $this->service(SeatsSync::class)->refresh($this->service(Accounts::class)->all()[0]);
            self::assertSame(['endless', 'huge', str_repeat('ä', 256)], $this->sorted());
            $this->host->clock->advance(60_001);
        }
        self::assertLessThan(PHP_INT_MAX, array_sum(array_column($this->listed(), 1)));
    }

    private static function meeting(string $meetingID, int $createTime, int $minutes, int $seats): string
    {
        return "<meeting><meetingID>{$meetingID}</meetingID><createTime>{$createTime}</createTime><duration>{$minutes}</duration>"
            . "<maxUsers>{$seats}</maxUsers><participantCount>1</participantCount></meeting>";
    }

    private function now(): int
    {
        return (int) $this->host->clock->now()->format('Uv');
    }

    /** @return list<array{string, int}> ids and seats */
    private function listed(): array
    {
        $open = (new PlannedMeetings($this->host->db))->open($this->account());

        return array_map(static fn (PlannedMeeting $meeting): array => [$meeting->meetingID, $meeting->seats], $open);
    }

    /** @return list<string> ids */
    private function sorted(): array
    {
        $ids = array_column($this->listed(), 0);
        sort($ids);

        return $ids;
    }
}
