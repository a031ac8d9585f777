<?php

declare(strict_types=1);

// Generated from packages/core/src by `npm run pnpm -- generate`. Edits are lost.

namespace Bluebridge\Core\Catalogue\Calls;

use Bluebridge\Core\Catalogue\Calls;

/**
 * Gives the addresses of a recording as MP4. An extension of some hosters.
 *
 * @phpstan-import-type CallSpec from Calls
 */
final class GetMP4Url
{
    /** @return CallSpec */
    public static function spec(): array
    {
        return [
            'name' => 'getMP4Url',
            'methods' => ['GET'],
            'auth' => 'checksum',
            'hashGroup' => 'api',
            'effect' => 'read',
            'format' => 'xml',
            'needs' => 'supportsMp4',
            'nameConfigurable' => true,
            'params' => ['recordID' => ['kind' => 'id', 'required' => true]],
            'required' => ['recordID' => true],
            'requiredWhere' => [],
            'minWhere' => [],
            'reply' => ['' => ['url' => ['kind' => 'texts']]],
        ];
    }
}
