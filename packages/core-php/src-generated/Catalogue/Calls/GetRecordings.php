<?php

declare(strict_types=1);

// Generated from packages/core/src by `npm run pnpm -- generate`. Edits are lost.

namespace Bluebridge\Core\Catalogue\Calls;

use Bluebridge\Core\Catalogue\Calls;

/**
 * Lists recordings and where they can be watched.
 *
 * @phpstan-import-type CallSpec from Calls
 */
final class GetRecordings
{
    /** @return CallSpec */
    public static function spec(): array
    {
        return [
            'name' => 'getRecordings',
            'methods' => ['GET', 'POST'],
            'auth' => 'checksum',
            'hashGroup' => 'api',
            'effect' => 'read',
            'format' => 'xml',
            'params' => [
                'meetingID' => ['kind' => 'csv'],
                'recordID' => ['kind' => 'csv'],
                'state' => [
                    'kind' => 'csv',
                    'values' => ['processing', 'processed', 'published', 'unpublished', 'deleted', 'any'],
                ],
                'offset' => ['kind' => 'integer', 'min' => 0, 'needs' => 'supportsRecordingPaging'],
                'limit' => [
                    'kind' => 'integer',
                    'min' => 1,
                    'max' => 100,
                    'needs' => 'supportsRecordingPaging',
                ],
            ],
            'required' => [],
            'requiredWhere' => [],
            'minWhere' => [],
            'prefixes' => [
                [
                    'prefix' => 'meta_',
                    'expression' => '~^meta_[a-zA-Z][a-zA-Z0-9-]*$~uD',
                    'lowerCased' => true,
                ],
            ],
            'reply' => [
                '' => [
                    'totalElements' => ['kind' => 'integer'],
                    'recordings' => ['kind' => 'list', 'item' => 'recording', 'fields' => 'recordings'],
                ],
                'recordings' => [
                    'recordID' => ['kind' => 'text', 'promised' => true],
                    'meetingID' => ['kind' => 'text'],
                    'internalMeetingID' => ['kind' => 'text'],
                    'name' => ['kind' => 'text'],
                    'isBreakout' => ['kind' => 'boolean'],
                    'published' => ['kind' => 'boolean'],
                    'protected' => ['kind' => 'boolean'],
                    'state' => ['kind' => 'text'],
                    'startTime' => ['kind' => 'time'],
                    'endTime' => ['kind' => 'time'],
                    'participants' => ['kind' => 'integer'],
                    'rawSize' => ['kind' => 'integer'],
                    'size' => ['kind' => 'integer'],
                    'metadata' => ['kind' => 'map'],
                    'breakout' => ['kind' => 'object', 'fields' => 'recordings.breakout'],
                    'breakoutRooms' => ['kind' => 'texts', 'item' => 'breakoutRoom'],
                    'playback' => ['kind' => 'list', 'item' => 'format', 'fields' => 'recordings.playback'],
                ],
                'recordings.breakout' => [
                    'parentId' => ['kind' => 'text'],
                    'sequence' => ['kind' => 'integer'],
                    'freeJoin' => ['kind' => 'boolean'],
                ],
                'recordings.playback' => [
                    'type' => ['kind' => 'text'],
                    'url' => ['kind' => 'text'],
                    'processingTime' => ['kind' => 'integer'],
                    'length' => ['kind' => 'integer'],
                    'size' => ['kind' => 'integer'],
                    'preview' => ['kind' => 'object', 'fields' => 'recordings.playback.preview'],
                ],
                'recordings.playback.preview' => [
                    'images' => [
                        'kind' => 'list',
                        'item' => 'image',
                        'text' => 'url',
                        'attributes' => ['alt' => 'text', 'width' => 'integer', 'height' => 'integer'],
                    ],
                ],
            ],
            'answers' => ['noRecordings'],
        ];
    }
}
