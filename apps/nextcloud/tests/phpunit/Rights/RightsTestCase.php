<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Tests\Rights;

use OCA\Bluebridge\Tests\AppTestCase;

/**
 * One room with somebody of each role in it, and somebody who is not.
 *
 * @phpstan-type Who 'owner'|'manager'|'moderator'|'viewer'|'other'|'guest'|'admin'
 */
abstract class RightsTestCase extends AppTestCase
{
    public const ACCOUNTS = [
        'owner' => 'alice', 'manager' => 'mia', 'moderator' => 'mo', 'viewer' => 'vic', 'other' => 'carol', 'guest' => null, 'admin' => 'admin',
    ];

    protected int $room;

    protected function setUp(): void
    {
        parent::setUp();
        foreach (['mia', 'mo', 'vic'] as $id) {
            $this->host->people->add($id);
        }
        $this->room = $this->roomOf('alice');
        foreach (['mia' => 'manager', 'mo' => 'moderator', 'vic' => 'viewer'] as $id => $role) {
            $this->share($this->room, 'user', $id, $role);
        }
    }

    /** Shares a room of Alice's, and gives the id of the member. */
    protected function share(int $room, string $kind, string $target, string $role): int
    {
        $made = $this->as('alice')->api('POST', "rooms/{$room}/members", ['kind' => $kind, 'target' => $target, 'role' => $role]);
        self::assertSame(201, $made->getStatus());
        $id = $this->dataOf($made)['id'] ?? null;
        self::assertIsInt($id);

        return $id;
    }
}
