<?php

declare(strict_types=1);

// Generated from packages/core/src by `npm run pnpm -- generate`. Edits are lost.

namespace Bluebridge\Core\Catalogue\Calls;

use Bluebridge\Core\Catalogue\Calls;

/**
 * Asks for a recording as MP4. An extension of some hosters.
 *
 * @phpstan-import-type CallSpec from Calls
 */
final class ProcessMP4
{
    /** @return CallSpec */
    public static function spec(): array
    {
        return [
            'name' => 'processMP4',
            'methods' => ['GET'],
            'auth' => 'checksum',
            'hashGroup' => 'api',
            'effect' => 'write',
            'format' => 'xml',
            'needs' => 'supportsMp4',
            'nameConfigurable' => true,
            'params' => [
                'recordID' => ['kind' => 'id', 'required' => true],
                'email' => [
                    'kind' => 'text',
                    'pattern' => '^[^@]+@[^@]+$',
                    'expression' => '~^[^@]+@[^@]+$~uD',
                ],
                'mp4ReadyCallbackUrl' => ['kind' => 'url'],
            ],
            'required' => ['recordID' => true],
            'requiredWhere' => [],
            'minWhere' => [],
            'reply' => ['' => []],
        ];
    }
}
