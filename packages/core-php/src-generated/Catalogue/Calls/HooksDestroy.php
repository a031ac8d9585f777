<?php

declare(strict_types=1);

// Generated from packages/core/src by `npm run pnpm -- generate`. Edits are lost.

namespace Bluebridge\Core\Catalogue\Calls;

use Bluebridge\Core\Catalogue\Calls;

/**
 * Removes a registered address.
 *
 * @phpstan-import-type CallSpec from Calls
 */
final class HooksDestroy
{
    /** @return CallSpec */
    public static function spec(): array
    {
        return [
            'name' => 'hooks/destroy',
            'methods' => ['GET'],
            'auth' => 'checksum',
            'hashGroup' => 'hooks',
            'effect' => 'write',
            'format' => 'xml',
            'params' => ['hookID' => ['kind' => 'id', 'required' => true, 'min' => 1]],
            'required' => ['hookID' => true],
            'requiredWhere' => [],
            'minWhere' => [],
            'reply' => ['' => ['removed' => ['kind' => 'boolean']]],
            'answers' => ['destroyMissingHook'],
        ];
    }
}
