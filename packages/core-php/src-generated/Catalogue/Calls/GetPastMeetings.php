<?php

declare(strict_types=1);

// Generated from packages/core/src by `npm run pnpm -- generate`. Edits are lost.

namespace Bluebridge\Core\Catalogue\Calls;

use Bluebridge\Core\Catalogue\Calls;

/**
 * Lists meetings that are over. An extension of some hosters.
 *
 * @phpstan-import-type CallSpec from Calls
 */
final class GetPastMeetings
{
    /** @return CallSpec */
    public static function spec(): array
    {
        return [
            'name' => 'getPastMeetings',
            'methods' => ['GET'],
            'auth' => 'checksum',
            'hashGroup' => 'api',
            'effect' => 'read',
            'format' => 'json',
            'needs' => 'supportsPastMeetings',
            'nameConfigurable' => true,
            'params' => [],
            'required' => [],
            'requiredWhere' => [],
            'minWhere' => [],
            'reply' => [
                '' => ['meetings' => ['kind' => 'list', 'item' => 'meeting', 'fields' => 'meetings']],
                'meetings' => [
                    'meetingID' => ['kind' => 'text'],
                    'internalMeetingID' => ['kind' => 'text'],
                    'name' => ['kind' => 'text'],
                    'startTime' => ['kind' => 'time'],
                    'endTime' => ['kind' => 'time'],
                ],
            ],
            'mayLackReturncode' => true,
        ];
    }
}
