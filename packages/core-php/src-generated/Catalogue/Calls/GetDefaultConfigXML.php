<?php

declare(strict_types=1);

// Generated from packages/core/src by `npm run pnpm -- generate`. Edits are lost.

namespace Bluebridge\Core\Catalogue\Calls;

use Bluebridge\Core\Catalogue\Calls;

/**
 * Gave the settings of the Flash client.
 *
 * @phpstan-import-type CallSpec from Calls
 */
final class GetDefaultConfigXML
{
    /** @return CallSpec */
    public static function spec(): array
    {
        return [
            'name' => 'getDefaultConfigXML',
            'methods' => ['GET'],
            'auth' => 'checksum',
            'hashGroup' => 'api',
            'effect' => 'read',
            'format' => 'xml',
            'params' => [],
            'required' => [],
            'requiredWhere' => [],
            'minWhere' => [],
            'reply' => ['' => []],
        ];
    }
}
