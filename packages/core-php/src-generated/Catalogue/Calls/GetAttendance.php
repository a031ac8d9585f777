<?php

declare(strict_types=1);

// Generated from packages/core/src by `npm run pnpm -- generate`. Edits are lost.

namespace Bluebridge\Core\Catalogue\Calls;

use Bluebridge\Core\Catalogue\Calls;

/**
 * Tells who attended meetings and what they did. An extension of some hosters.
 *
 * @phpstan-import-type CallSpec from Calls
 */
final class GetAttendance
{
    /** @return CallSpec */
    public static function spec(): array
    {
        return [
            'name' => 'getAttendance',
            'methods' => ['GET'],
            'auth' => 'checksum',
            'hashGroup' => 'api',
            'effect' => 'read',
            'format' => 'json',
            'needs' => 'supportsAttendance',
            'nameConfigurable' => true,
            'params' => ['internalMeetingID' => ['kind' => 'csv'], 'meetingID' => ['kind' => 'csv']],
            'required' => [],
            'requiredWhere' => [],
            'minWhere' => [],
            'exclusive' => [['internalMeetingID', 'meetingID']],
            'prefixes' => [
                [
                    'prefix' => 'meta_',
                    'expression' => '~^meta_[a-zA-Z][a-zA-Z0-9-]*$~uD',
                    'lowerCased' => true,
                ],
            ],
            'reply' => [
                '' => ['meetings' => ['kind' => 'list', 'item' => 'meeting', 'fields' => 'meetings']],
                'meetings' => [
                    'meetingID' => ['kind' => 'text'],
                    'internalMeetingID' => ['kind' => 'text'],
                    'name' => ['kind' => 'text'],
                    'learningDashboardUrl' => ['kind' => 'text'],
                    'extId' => ['kind' => 'text'],
                    'intId' => ['kind' => 'text'],
                    'createdOn' => ['kind' => 'time'],
                    'endedOn' => ['kind' => 'time'],
                    'users' => ['kind' => 'json'],
                    'polls' => ['kind' => 'json'],
                ],
            ],
            'mayLackReturncode' => true,
        ];
    }
}
