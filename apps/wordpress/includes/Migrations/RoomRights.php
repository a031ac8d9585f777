<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Migrations;

use Bluebridge\WordPress\Rooms\Rights;

/** Gives WordPress' own roles the rights that go with what they may do with posts. */
final class RoomRights implements Migration
{
    public function up(): void
    {
        foreach (Rights::OF_ROLES as $name => $rights) {
            foreach ($rights as $right) {
                // A site may have removed the role.
                get_role($name)?->add_cap($right);
            }
        }
    }

    public function tables(): array
    {
        return [];
    }
}
