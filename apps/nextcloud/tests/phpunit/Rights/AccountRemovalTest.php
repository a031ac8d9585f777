<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Tests\Rights;

use OCA\Bluebridge\Listener\AccountRemoval;
use OCP\User\Events\UserDeletedEvent;

/** What becomes of rooms when an account is deleted. */
final class AccountRemovalTest extends RightsTestCase
{
    public function testARoomGoesToWhoManagesIt(): void
    {
        $this->remove('alice');
        self::assertSame('owner', $this->dataOf($this->as('mia')->api('GET', "rooms/{$this->room}"))['role']);
        self::assertSame('viewer', $this->dataOf($this->as('vic')->api('GET', "rooms/{$this->room}"))['role']);
    }

    public function testARoomThatNobodyManagesGoesWithItsOwner(): void
    {
        $this->remove('mia');
        $this->remove('alice');
        self::assertSame(404, $this->as('vic')->api('GET', "rooms/{$this->room}")->getStatus());
        self::assertSame([], $this->host->db->getQueryBuilder()->select('*')->from('bluebridge_members')->executeQuery()->fetchAll());
    }

    private function remove(string $userId): void
    {
        $user = $this->host->people->get($userId);
        self::assertNotNull($user);
        $this->host->container->forgetApp();
        $this->host->container->get(AccountRemoval::class)->handle(new UserDeletedEvent($user));
    }
}
