<?php

declare(strict_types=1);

namespace Bluebridge\Core\Tests\Conformance;

use Bluebridge\Core\Tests\Rooms\RecordingAnswers;

final class RecordingsSyncTest extends RoomVectorTestCase
{
    public static function kind(): string
    {
        return 'recordings-sync';
    }

    protected function verify(Vector $vector): void
    {
        $sync = RecordingAnswers::sync($vector->given);
        self::assertSameData($vector->expect->value('changes'), $sync['changes']);
        self::assertSameData($vector->expect->value('index'), $sync['index']);
    }
}
