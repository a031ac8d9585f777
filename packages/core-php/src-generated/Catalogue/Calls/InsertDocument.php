<?php

declare(strict_types=1);

// Generated from packages/core/src by `npm run pnpm -- generate`. Edits are lost.

namespace Bluebridge\Core\Catalogue\Calls;

use Bluebridge\Core\Catalogue\Calls;

/**
 * Adds presentation files to a meeting that is already there.
 *
 * @phpstan-import-type CallSpec from Calls
 */
final class InsertDocument
{
    /** @return CallSpec */
    public static function spec(): array
    {
        return [
            'name' => 'insertDocument',
            'methods' => ['POST'],
            'auth' => 'checksum',
            'hashGroup' => 'api',
            'effect' => 'write',
            'format' => 'xml',
            'params' => ['meetingID' => ['kind' => 'id', 'required' => true, 'min' => 2, 'max' => 256]],
            'required' => ['meetingID' => true],
            'requiredWhere' => [],
            'minWhere' => [],
            'body' => [
                'kind' => 'modules',
                'required' => true,
                'maxBytes' => 2097152,
                'modules' => ['presentation' => ['content' => 'documents', 'required' => true]],
            ],
            'reply' => ['' => []],
        ];
    }
}
