<?php

declare(strict_types=1);

namespace OCP\AppFramework\Http\Attribute;

use Attribute;

#[Attribute(Attribute::TARGET_METHOD | Attribute::IS_REPEATABLE)]
class AuthorizedAdminSetting
{
    /** @param class-string<\OCP\Settings\ISettings> $settings */
    public function __construct(protected string $settings)
    {
    }

    public function getSettings(): string
    {
        return $this->settings;
    }
}
