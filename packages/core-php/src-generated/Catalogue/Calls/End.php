<?php

declare(strict_types=1);

// Generated from packages/core/src by `npm run pnpm -- generate`. Edits are lost.

namespace Bluebridge\Core\Catalogue\Calls;

use Bluebridge\Core\Catalogue\Calls;

/**
 * Asks the server to end a meeting for everyone.
 *
 * @phpstan-import-type CallSpec from Calls
 */
final class End
{
    /** @return CallSpec */
    public static function spec(): array
    {
        return [
            'name' => 'end',
            'methods' => ['GET', 'POST'],
            'auth' => 'checksum',
            'hashGroup' => 'api',
            'effect' => 'write',
            'format' => 'xml',
            'params' => [
                'meetingID' => ['kind' => 'id', 'required' => true, 'min' => 2, 'max' => 256],
                'password' => ['kind' => 'text'],
                'moderatorPW' => ['kind' => 'text'],
            ],
            'required' => ['meetingID' => true],
            'requiredWhere' => [],
            'minWhere' => [],
            'reply' => ['' => []],
        ];
    }
}
