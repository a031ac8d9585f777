<?php

declare(strict_types=1);

namespace Bluebridge\Core\Tests\Rooms;

use Bluebridge\Core\Rooms\RecordingsFetch;
use Bluebridge\Core\Rooms\RecordingsSync;
use PHPUnit\Framework\TestCase;

final class RecordingsSyncTest extends TestCase
{
    public function testIdsThatLookLikeNumbersStayTexts(): void
    {
        $fetched = new RecordingsFetch('complete', [
            ['recordID' => '7', 'meetingID' => '10', 'state' => 'published'],
            ['recordID' => '07', 'meetingID' => '010', 'state' => 'published'],
        ], meetingIDs: ['10']);
        $sync = RecordingsSync::compare([['recordID' => '007', 'state' => 'published']], $fetched, 1_800_000_000_000);
        self::assertSame([
            ['kind' => 'missing', 'recordID' => '007'],
            ['kind' => 'added', 'recordID' => '7', 'state' => 'published'],
        ], $sync['changes']);
        self::assertSame(['007', '7'], array_column($sync['index'], 'recordID'));
    }
}
