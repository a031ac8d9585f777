<?php

declare(strict_types=1);

namespace Bluebridge\Core\Tests\Conformance;

use Bluebridge\Core\Rooms\RecordingsSync;
use Bluebridge\Core\Rooms\RecordingView;

/** @phpstan-import-type Indexed from RecordingsSync */
final class RecordingViewTest extends RoomVectorTestCase
{
    public static function kind(): string
    {
        return 'recording-view';
    }

    protected function verify(Vector $vector): void
    {
        /** @var Indexed $recording */
        $recording = $vector->given->map('recording');
        /** @var 'moderator'|'participant'|'guest' $viewer */
        $viewer = $vector->given->text('viewer');
        $hidden = $vector->expect->text('outcome') === 'hidden';
        self::assertSameData(
            $hidden ? null : $vector->expect->value('view'),
            RecordingView::of($recording, $viewer),
        );
    }
}
