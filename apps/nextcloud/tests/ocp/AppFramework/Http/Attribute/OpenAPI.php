<?php

declare(strict_types=1);

namespace OCP\AppFramework\Http\Attribute;

use Attribute;

#[Attribute(Attribute::TARGET_CLASS | Attribute::TARGET_METHOD | Attribute::IS_REPEATABLE)]
class OpenAPI
{
    public const SCOPE_DEFAULT = 'default';
    public const SCOPE_ADMINISTRATION = 'administration';
    public const SCOPE_IGNORE = 'ignore';

    /** @param list<string>|null $tags */
    public function __construct(
        protected string $scope = self::SCOPE_DEFAULT,
        protected ?array $tags = null,
    ) {
    }
}
