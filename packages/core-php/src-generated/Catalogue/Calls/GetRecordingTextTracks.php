<?php

declare(strict_types=1);

// Generated from packages/core/src by `npm run pnpm -- generate`. Edits are lost.

namespace Bluebridge\Core\Catalogue\Calls;

use Bluebridge\Core\Catalogue\Calls;

/**
 * Lists the captions and subtitles of a recording.
 *
 * @phpstan-import-type CallSpec from Calls
 */
final class GetRecordingTextTracks
{
    /** @return CallSpec */
    public static function spec(): array
    {
        return [
            'name' => 'getRecordingTextTracks',
            'methods' => ['GET', 'POST'],
            'auth' => 'checksum',
            'hashGroup' => 'api',
            'effect' => 'read',
            'format' => 'json',
            'params' => ['recordID' => ['kind' => 'id', 'required' => true]],
            'required' => ['recordID' => true],
            'requiredWhere' => [],
            'minWhere' => [],
            'reply' => [
                '' => ['tracks' => ['kind' => 'list', 'item' => 'track', 'fields' => 'tracks']],
                'tracks' => [
                    'href' => ['kind' => 'text'],
                    'kind' => ['kind' => 'text'],
                    'label' => ['kind' => 'text'],
                    'lang' => ['kind' => 'text'],
                    'source' => ['kind' => 'text'],
                ],
            ],
            'answers' => ['noRecordings', 'noCaptionsFound'],
        ];
    }
}
