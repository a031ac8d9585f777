<?php

declare(strict_types=1);

// Generated from packages/core/src by `npm run pnpm -- generate`. Edits are lost.

namespace Bluebridge\Core\Catalogue\Calls;

use Bluebridge\Core\Catalogue\Calls;

/**
 * Lists the registered addresses.
 *
 * @phpstan-import-type CallSpec from Calls
 */
final class HooksList
{
    /** @return CallSpec */
    public static function spec(): array
    {
        return [
            'name' => 'hooks/list',
            'methods' => ['GET'],
            'auth' => 'checksum',
            'hashGroup' => 'hooks',
            'effect' => 'read',
            'format' => 'xml',
            'params' => ['meetingID' => ['kind' => 'id', 'min' => 2, 'max' => 256]],
            'required' => [],
            'requiredWhere' => [],
            'minWhere' => [],
            'reply' => [
                '' => ['hooks' => ['kind' => 'list', 'item' => 'hook', 'fields' => 'hooks']],
                'hooks' => [
                    'hookID' => ['kind' => 'text', 'promised' => true],
                    'callbackURL' => ['kind' => 'text'],
                    'meetingID' => ['kind' => 'text'],
                    'eventID' => ['kind' => 'text'],
                    'permanentHook' => ['kind' => 'boolean'],
                    'rawData' => ['kind' => 'boolean'],
                ],
            ],
        ];
    }
}
