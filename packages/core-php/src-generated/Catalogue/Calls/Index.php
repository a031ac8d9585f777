<?php

declare(strict_types=1);

// Generated from packages/core/src by `npm run pnpm -- generate`. Edits are lost.

namespace Bluebridge\Core\Catalogue\Calls;

use Bluebridge\Core\Catalogue\Calls;

/**
 * Tells the versions of a server, to anybody.
 *
 * @phpstan-import-type CallSpec from Calls
 */
final class Index
{
    /** @return CallSpec */
    public static function spec(): array
    {
        return [
            'name' => 'index',
            'path' => '',
            'methods' => ['GET'],
            'auth' => 'none',
            'hashGroup' => 'api',
            'effect' => 'read',
            'format' => 'xml',
            'params' => [],
            'required' => [],
            'requiredWhere' => [],
            'minWhere' => [],
            'reply' => [
                '' => [
                    'version' => ['kind' => 'text'],
                    'apiVersion' => ['kind' => 'text'],
                    'bbbVersion' => ['kind' => 'text'],
                    'graphqlWebsocketUrl' => ['kind' => 'text'],
                    'graphqlApiUrl' => ['kind' => 'text'],
                    'html5PluginSdkVersion' => ['kind' => 'text'],
                    'build' => ['kind' => 'text'],
                ],
            ],
        ];
    }
}
