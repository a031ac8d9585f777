<?php

declare(strict_types=1);

// Generated from packages/core/src by `npm run pnpm -- generate`. Edits are lost.

namespace Bluebridge\Core\Catalogue\Calls;

use Bluebridge\Core\Catalogue\Calls;
use Bluebridge\Core\Errors\BbbError;

/**
 * Makes recordings watchable, or takes them back.
 *
 * @phpstan-import-type CallSpec from Calls
 */
final class PublishRecordings
{
    /** @return CallSpec */
    public static function spec(): array
    {
        return [
            'name' => 'publishRecordings',
            'methods' => ['GET'],
            'auth' => 'checksum',
            'hashGroup' => 'api',
            'effect' => 'write',
            'format' => 'xml',
            'params' => [
                'recordID' => ['kind' => 'csv', 'required' => true],
                'publish' => ['kind' => 'boolean', 'required' => true],
            ],
            'required' => ['recordID' => true, 'publish' => true],
            'requiredWhere' => [],
            'minWhere' => [],
            'reply' => ['' => ['published' => ['kind' => 'boolean']]],
            'keyCodes' => ['notFound' => BbbError::ServerRefused],
        ];
    }
}
