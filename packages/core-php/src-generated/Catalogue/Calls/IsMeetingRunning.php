<?php

declare(strict_types=1);

// Generated from packages/core/src by `npm run pnpm -- generate`. Edits are lost.

namespace Bluebridge\Core\Catalogue\Calls;

use Bluebridge\Core\Catalogue\Calls;

/**
 * Tells whether somebody is in a meeting.
 *
 * @phpstan-import-type CallSpec from Calls
 */
final class IsMeetingRunning
{
    /** @return CallSpec */
    public static function spec(): array
    {
        return [
            'name' => 'isMeetingRunning',
            'methods' => ['GET', 'POST'],
            'auth' => 'checksum',
            'hashGroup' => 'api',
            'effect' => 'read',
            'format' => 'xml',
            'params' => ['meetingID' => ['kind' => 'id', 'required' => true, 'min' => 2, 'max' => 256]],
            'required' => ['meetingID' => true],
            'requiredWhere' => [],
            'minWhere' => [],
            'reply' => ['' => ['running' => ['kind' => 'boolean', 'promised' => true]]],
        ];
    }
}
