<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Tests\Rooms;

use OCA\Bluebridge\Listener\AccountRemoval;
use OCA\Bluebridge\Tests\AppTestCase;
use OCA\Bluebridge\Tests\Kit\Host\Apps;
use OCA\Bluebridge\Tests\Kit\People\Circles;
use OCA\Circles\CirclesManager;
use OCP\App\IAppManager;
use OCP\User\Events\UserDeletedEvent;

/** Who gets a room that a group or a team manages, when its owner is gone. */
final class HeirsTest extends AppTestCase
{
    private int $room;

    protected function setUp(): void
    {
        parent::setUp();
        $this->host->groups->add('office', $this->host->people->add('alice'), $this->host->people->add('bob'));
        $apps = new Apps();
        $apps->enable('circles');
        $circles = new Circles();
        $circles->add('crew', 'alice', 'carol');
        $this->host->container->put(IAppManager::class, $apps);
        $this->host->container->put(CirclesManager::class, $circles);
        $this->room = $this->roomOf('alice');
    }

    public function testSomebodyOfAGroupThatManagesIt(): void
    {
        $this->share('group', 'office', 'manager');
        $this->removeAlice();
        self::assertSame('owner', $this->roleOf('bob'));
    }

    public function testSomebodyOfATeamThatManagesIt(): void
    {
        $this->share('group', 'office', 'viewer');
        $this->share('team', 'crew', 'manager');
        $this->removeAlice();
        self::assertSame('owner', $this->roleOf('carol'));
        self::assertSame('viewer', $this->roleOf('bob'));
    }

    public function testAUserWhoManagesItComesBeforeAGroup(): void
    {
        $this->share('group', 'office', 'manager');
        $this->share('user', 'carol', 'manager');
        $this->removeAlice();
        self::assertSame('owner', $this->roleOf('carol'));
        self::assertSame('manager', $this->roleOf('bob'));
    }

    public function testNobodyWhoseAccountIsDisabled(): void
    {
        $this->host->groups->add('office', $this->host->people->add('bob', isEnabled: false));
        $this->share('group', 'office', 'manager');
        $this->removeAlice();
        self::assertSame(404, $this->as('bob')->api('GET', "rooms/{$this->room}")->getStatus());
    }

    private function share(string $kind, string $target, string $role): void
    {
        $made = $this->as('alice')->api('POST', "rooms/{$this->room}/members", ['kind' => $kind, 'target' => $target, 'role' => $role]);
        self::assertSame(201, $made->getStatus());
    }

    private function removeAlice(): void
    {
        $alice = $this->host->people->get('alice');
        self::assertNotNull($alice);
        $this->host->people->remove('alice');
        $this->host->container->forgetApp();
        $this->host->container->get(AccountRemoval::class)->handle(new UserDeletedEvent($alice));
    }

    private function roleOf(string $who): mixed
    {
        return $this->dataOf($this->as($who)->api('GET', "rooms/{$this->room}"))['role'];
    }
}
