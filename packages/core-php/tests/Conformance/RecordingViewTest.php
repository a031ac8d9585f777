<?php

declare(strict_types=1);

namespace Bluebridge\Core\Tests\Conformance;

use Bluebridge\Core\Tests\Rooms\RecordingAnswers;

final class RecordingViewTest extends RoomVectorTestCase
{
    public static function kind(): string
    {
        return 'recording-view';
    }

    protected function verify(Vector $vector): void
    {
        $hidden = $vector->expect->text('outcome') === 'hidden';
        self::assertSameData(
            $hidden ? null : $vector->expect->value('view'),
            RecordingAnswers::view($vector->given),
        );
    }
}
