<?php

declare(strict_types=1);

// Generated from packages/core/src by `npm run pnpm -- generate`. Edits are lost.

namespace Bluebridge\Core\Catalogue\Calls;

use Bluebridge\Core\Catalogue\Calls;

/**
 * Stored settings of the Flash client for a meeting.
 *
 * @phpstan-import-type CallSpec from Calls
 */
final class SetConfigXML
{
    /** @return CallSpec */
    public static function spec(): array
    {
        return [
            'name' => 'setConfigXML',
            'methods' => ['POST'],
            'auth' => 'checksum',
            'hashGroup' => 'api',
            'effect' => 'write',
            'format' => 'xml',
            'params' => [
                'meetingID' => ['kind' => 'id', 'required' => true, 'min' => 2, 'max' => 256],
                'configXML' => ['kind' => 'block', 'required' => true],
            ],
            'required' => ['meetingID' => true, 'configXML' => true],
            'requiredWhere' => [],
            'minWhere' => [],
            'reply' => ['' => ['configToken' => ['kind' => 'text']]],
        ];
    }
}
