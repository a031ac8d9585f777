<?php

declare(strict_types=1);

namespace OCP\AppFramework\Http\Attribute;

use Attribute;

#[Attribute(Attribute::TARGET_METHOD | Attribute::IS_REPEATABLE)]
class FrontpageRoute extends Route
{
    /**
     * @param array<string, string>|null $requirements
     * @param array<string, mixed>|null $defaults
     */
    public function __construct(
        protected string $verb,
        protected string $url,
        protected ?array $requirements = null,
        protected ?array $defaults = null,
        protected ?string $root = null,
        protected ?string $postfix = null,
    ) {
        parent::__construct(self::TYPE_FRONTPAGE, $verb, $url, $requirements, $defaults, $root, $postfix);
    }
}
