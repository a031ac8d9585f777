<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Attribute;

use Attribute;
use OCA\Bluebridge\Model\Role;

/**
 * Says what somebody must be to the room whose id is in the address. `RoleMiddleware` looks it up in
 * the room's own rows before the method runs.
 */
#[Attribute(Attribute::TARGET_METHOD)]
final class RequireRole
{
    public function __construct(public readonly Role $role)
    {
    }
}
