<?php

declare(strict_types=1);

// Generated from packages/core/src by `npm run pnpm -- generate`. Edits are lost.

namespace Bluebridge\Core\Catalogue\Calls;

use Bluebridge\Core\Catalogue\Calls;
use Bluebridge\Core\Errors\BbbError;

/**
 * Deletes recordings.
 *
 * @phpstan-import-type CallSpec from Calls
 */
final class DeleteRecordings
{
    /** @return CallSpec */
    public static function spec(): array
    {
        return [
            'name' => 'deleteRecordings',
            'methods' => ['GET'],
            'auth' => 'checksum',
            'hashGroup' => 'api',
            'effect' => 'write',
            'format' => 'xml',
            'params' => ['recordID' => ['kind' => 'csv', 'required' => true]],
            'required' => ['recordID' => true],
            'requiredWhere' => [],
            'minWhere' => [],
            'reply' => ['' => ['deleted' => ['kind' => 'boolean']]],
            'keyCodes' => ['notFound' => BbbError::ServerRefused],
        ];
    }
}
