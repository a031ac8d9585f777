<?php

declare(strict_types=1);

// Generated from packages/core/src by `npm run pnpm -- generate`. Edits are lost.

namespace Bluebridge\Core\Catalogue\Calls;

use Bluebridge\Core\Catalogue\Calls;

/**
 * Stores how somebody liked a meeting.
 *
 * @phpstan-import-type CallSpec from Calls
 */
final class Feedback
{
    /** @return CallSpec */
    public static function spec(): array
    {
        return [
            'name' => 'feedback',
            'methods' => ['POST'],
            'auth' => 'session',
            'hashGroup' => 'api',
            'effect' => 'write',
            'format' => 'json',
            'needs' => 'supportsFeedback',
            'params' => [
                'sessionToken' => ['kind' => 'text', 'required' => true, 'min' => 1],
                'meetingID' => ['kind' => 'id', 'min' => 2, 'max' => 256],
                'userID' => ['kind' => 'text'],
                'rating' => ['kind' => 'integer', 'min' => 1, 'max' => 5],
                'comment' => ['kind' => 'block'],
            ],
            'required' => ['sessionToken' => true],
            'requiredWhere' => [],
            'minWhere' => [],
            'body' => [
                'kind' => 'json',
                'fields' => [
                    'rating' => ['kind' => 'integer', 'min' => 1, 'max' => 5],
                    'comment' => ['kind' => 'block'],
                    'userId' => ['kind' => 'text'],
                    'userName' => ['kind' => 'text'],
                    'authToken' => ['kind' => 'text'],
                    'meetingId' => ['kind' => 'text'],
                    'isModerator' => ['kind' => 'boolean'],
                ],
            ],
            'reply' => ['' => []],
            'mayLackReturncode' => true,
        ];
    }
}
