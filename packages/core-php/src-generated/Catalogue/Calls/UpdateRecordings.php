<?php

declare(strict_types=1);

// Generated from packages/core/src by `npm run pnpm -- generate`. Edits are lost.

namespace Bluebridge\Core\Catalogue\Calls;

use Bluebridge\Core\Catalogue\Calls;
use Bluebridge\Core\Errors\BbbError;

/**
 * Changes the metadata of recordings.
 *
 * @phpstan-import-type CallSpec from Calls
 */
final class UpdateRecordings
{
    /** @return CallSpec */
    public static function spec(): array
    {
        return [
            'name' => 'updateRecordings',
            'methods' => ['GET', 'POST'],
            'auth' => 'checksum',
            'hashGroup' => 'api',
            'effect' => 'write',
            'format' => 'xml',
            'params' => [
                'recordID' => ['kind' => 'csv', 'required' => true],
                'protect' => ['kind' => 'boolean', 'needs' => 'supportsRecordingProtection'],
            ],
            'required' => ['recordID' => true],
            'requiredWhere' => [],
            'minWhere' => [],
            'prefixes' => [
                [
                    'prefix' => 'meta_',
                    'expression' => '~^meta_[a-zA-Z][a-zA-Z0-9-]*$~uD',
                    'lowerCased' => true,
                    'mayBeEmpty' => true,
                ],
            ],
            'reply' => ['' => ['updated' => ['kind' => 'boolean']]],
            'keyCodes' => ['notFound' => BbbError::ServerRefused],
        ];
    }
}
