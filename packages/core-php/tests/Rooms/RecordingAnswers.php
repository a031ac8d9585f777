<?php

declare(strict_types=1);

namespace Bluebridge\Core\Tests\Rooms;

use Bluebridge\Core\Rooms\Recordings\RecordingFacts;
use Bluebridge\Core\Rooms\RecordingsFetch;
use Bluebridge\Core\Rooms\RecordingsSync;
use Bluebridge\Core\Rooms\RecordingView;
use Bluebridge\Core\Tests\Conformance\Fields;

/**
 * What the core says about recordings of the JSON that all languages share.
 *
 * @phpstan-import-type Change from RecordingsSync
 * @phpstan-import-type Facts from RecordingFacts
 * @phpstan-import-type Indexed from RecordingsSync
 * @phpstan-import-type View from RecordingView
 */
final class RecordingAnswers
{
    /** @return array{changes: list<Change>, index: list<Indexed>} */
    public static function sync(Fields $given): array
    {
        /** @var list<Indexed> $index */
        $index = $given->list('index');
        /** @var array{outcome: 'complete'|'partial'|'failed', recordings: list<Facts>, states?: list<string>, meetingIDs?: list<string>} $fetched */
        $fetched = $given->map('fetched');

        return RecordingsSync::compare($index, new RecordingsFetch(...$fetched), $given->integer('now'));
    }

    /** @return View|null */
    public static function view(Fields $given): ?array
    {
        /** @var Indexed $recording */
        $recording = $given->map('recording');
        /** @var 'moderator'|'participant'|'guest' $viewer */
        $viewer = $given->text('viewer');

        return RecordingView::of($recording, $viewer);
    }
}
