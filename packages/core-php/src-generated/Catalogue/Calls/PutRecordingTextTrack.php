<?php

declare(strict_types=1);

// Generated from packages/core/src by `npm run pnpm -- generate`. Edits are lost.

namespace Bluebridge\Core\Catalogue\Calls;

use Bluebridge\Core\Catalogue\Calls;
use Bluebridge\Core\Errors\BbbError;

/**
 * Uploads captions or subtitles for a recording, replacing those of the same kind and language.
 *
 * @phpstan-import-type CallSpec from Calls
 */
final class PutRecordingTextTrack
{
    /** @return CallSpec */
    public static function spec(): array
    {
        return [
            'name' => 'putRecordingTextTrack',
            'methods' => ['POST'],
            'auth' => 'checksum',
            'hashGroup' => 'api',
            'effect' => 'write',
            'format' => 'json',
            'params' => [
                'recordID' => ['kind' => 'id', 'required' => true],
                'kind' => ['kind' => 'choice', 'required' => true, 'values' => ['captions', 'subtitles']],
                'lang' => [
                    'kind' => 'text',
                    'required' => true,
                    'pattern' => '^[A-Za-z]{2,8}([-_][A-Za-z0-9]{1,8})*$',
                    'expression' => '~^[A-Za-z]{2,8}([-_][A-Za-z0-9]{1,8})*$~uD',
                ],
                'label' => ['kind' => 'text'],
                'content' => ['kind' => 'block'],
                'content_base64' => ['kind' => 'text'],
            ],
            'required' => ['recordID' => true, 'kind' => true, 'lang' => true],
            'requiredWhere' => [],
            'minWhere' => [],
            'body' => ['kind' => 'multipart', 'required' => true, 'field' => 'file'],
            'reply' => ['' => ['recordId' => ['kind' => 'text']]],
            'refusals' => ['upload_text_track_failed'],
            'keyCodes' => ['noRecordings' => BbbError::ServerRefused],
        ];
    }
}
