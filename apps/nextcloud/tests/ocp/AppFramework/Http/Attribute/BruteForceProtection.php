<?php

declare(strict_types=1);

namespace OCP\AppFramework\Http\Attribute;

use Attribute;

#[Attribute(Attribute::TARGET_METHOD | Attribute::IS_REPEATABLE)]
class BruteForceProtection
{
    public function __construct(protected string $action)
    {
    }

    public function getAction(): string
    {
        return $this->action;
    }
}
