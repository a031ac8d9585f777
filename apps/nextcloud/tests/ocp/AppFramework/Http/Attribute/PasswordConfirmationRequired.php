<?php

declare(strict_types=1);

namespace OCP\AppFramework\Http\Attribute;

use Attribute;

#[Attribute]
class PasswordConfirmationRequired
{
    public function __construct(protected bool $strict = false)
    {
    }

    public function getStrict(): bool
    {
        return $this->strict;
    }
}
