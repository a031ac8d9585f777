<?php

declare(strict_types=1);

// Generated from packages/core/src by `npm run pnpm -- generate`. Edits are lost.

namespace Bluebridge\Core\Catalogue\Calls;

use Bluebridge\Core\Catalogue\Calls;

/**
 * Registers an address that is told about events.
 *
 * @phpstan-import-type CallSpec from Calls
 */
final class HooksCreate
{
    /** @return CallSpec */
    public static function spec(): array
    {
        return [
            'name' => 'hooks/create',
            'methods' => ['GET'],
            'auth' => 'checksum',
            'hashGroup' => 'hooks',
            'effect' => 'write',
            'format' => 'xml',
            'params' => [
                'callbackURL' => ['kind' => 'url', 'required' => true],
                'meetingID' => ['kind' => 'id', 'min' => 2, 'max' => 256],
                'eventID' => ['kind' => 'csv'],
                'getRaw' => ['kind' => 'boolean'],
            ],
            'required' => ['callbackURL' => true],
            'requiredWhere' => ['meetingID' => 'requiresMeetingForHooks'],
            'minWhere' => [],
            'reply' => [
                '' => [
                    'hookID' => ['kind' => 'text', 'promised' => true],
                    'permanentHook' => ['kind' => 'boolean'],
                    'rawData' => ['kind' => 'boolean'],
                ],
            ],
        ];
    }
}
