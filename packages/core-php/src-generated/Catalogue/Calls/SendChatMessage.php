<?php

declare(strict_types=1);

// Generated from packages/core/src by `npm run pnpm -- generate`. Edits are lost.

namespace Bluebridge\Core\Catalogue\Calls;

use Bluebridge\Core\Catalogue\Calls;

/**
 * Writes a message into the public chat of a running meeting.
 *
 * @phpstan-import-type CallSpec from Calls
 */
final class SendChatMessage
{
    /** @return CallSpec */
    public static function spec(): array
    {
        return [
            'name' => 'sendChatMessage',
            'methods' => ['GET'],
            'auth' => 'checksum',
            'hashGroup' => 'api',
            'effect' => 'write',
            'format' => 'xml',
            'params' => [
                'meetingID' => ['kind' => 'id', 'required' => true, 'min' => 2, 'max' => 256],
                'message' => ['kind' => 'block', 'required' => true, 'min' => 1, 'max' => 500],
                'userName' => ['kind' => 'text', 'max' => 255],
            ],
            'required' => ['meetingID' => true, 'message' => true],
            'requiredWhere' => [],
            'minWhere' => [],
            'reply' => ['' => []],
        ];
    }
}
