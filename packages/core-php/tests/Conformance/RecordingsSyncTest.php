<?php

declare(strict_types=1);

namespace Bluebridge\Core\Tests\Conformance;

use Bluebridge\Core\Rooms\Recordings\RecordingFacts;
use Bluebridge\Core\Rooms\RecordingsFetch;
use Bluebridge\Core\Rooms\RecordingsSync;

/**
 * @phpstan-import-type Facts from RecordingFacts
 * @phpstan-import-type Indexed from RecordingsSync
 */
final class RecordingsSyncTest extends RoomVectorTestCase
{
    public static function kind(): string
    {
        return 'recordings-sync';
    }

    protected function verify(Vector $vector): void
    {
        /** @var list<Indexed> $index */
        $index = $vector->given->list('index');
        /** @var array{outcome: 'complete'|'partial'|'failed', recordings: list<Facts>, states?: list<string>, meetingIDs?: list<string>} $fetched */
        $fetched = $vector->given->map('fetched');
        $sync = RecordingsSync::compare($index, new RecordingsFetch(...$fetched), $vector->given->integer('now'));
        self::assertSameData($vector->expect->value('changes'), $sync['changes']);
        self::assertSameData($vector->expect->value('index'), $sync['index']);
    }
}
