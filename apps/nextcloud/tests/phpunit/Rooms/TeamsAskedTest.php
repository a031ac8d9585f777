<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Tests\Rooms;

use OCA\Bluebridge\Tests\AppTestCase;
use OCA\Bluebridge\Tests\Kit\Host\Apps;
use OCA\Circles\CirclesManager;
use OCA\Circles\Model\Circle;
use OCA\Circles\Model\Probes\CircleProbe;
use OCP\App\IAppManager;
use PHPUnit\Framework\Attributes\PreserveGlobalState;
use PHPUnit\Framework\Attributes\RunTestsInSeparateProcesses;

/** The app that keeps teams is slow, so it is asked seldom. */
#[RunTestsInSeparateProcesses]
#[PreserveGlobalState(false)]
final class TeamsAskedTest extends AppTestCase
{
    private int $room;

    protected function setUp(): void
    {
        parent::setUp();
        require_once dirname(__DIR__, 2) . '/neighbours/apps.php';
        $this->room = $this->roomOf('alice');
        $apps = $this->host->container->get(IAppManager::class);
        self::assertInstanceOf(Apps::class, $apps);
        $apps->enable('circles');
    }

    public function testTheNamesOfAllTeamsOfARoomAreOneQuestion(): void
    {
        $asked = $this->counting();
        foreach (['one', 'two', 'three'] as $team) {
            $params = ['kind' => 'team', 'target' => $team, 'role' => 'viewer'];
            self::assertSame(201, $this->as('alice')->api('POST', "rooms/{$this->room}/members", $params)->getStatus());
        }
        $asked->exchangeArray([]);
        $members = $this->dataOf($this->as('alice')->api('GET', "rooms/{$this->room}/members"));
        self::assertSame(['Team one', 'Team two', 'Team three'], array_column($members, 'name'));
        self::assertSame(['alice'], $asked->getArrayCopy());
        self::assertSame(200, $this->as('bob')->api('GET', "rooms/{$this->room}")->getStatus());
    }

    public function testWhereNoRoomIsSharedWithATeamNobodyIsAsked(): void
    {
        $asked = $this->counting();
        $this->as('alice')->api('POST', "rooms/{$this->room}/members", ['kind' => 'user', 'target' => 'bob', 'role' => 'viewer']);
        self::assertSame(200, $this->as('bob')->api('GET', "rooms/{$this->room}/status")->getStatus());
        self::assertSame([], $asked->getArrayCopy());
    }

    /** @return \ArrayObject<int, string> whose teams were asked for */
    private function counting(): \ArrayObject
    {
        /** @var \ArrayObject<int, string> $asked */
        $asked = new \ArrayObject();
        $this->host->container->put(CirclesManager::class, new class ($asked) extends CirclesManager {
            /** @param \ArrayObject<int, string> $asked */
            public function __construct(private readonly \ArrayObject $asked)
            {
            }

            public function getLocalFederatedUser(string $userId): \OCA\Circles\Model\FederatedUser
            {
                $this->asked[] = $userId;

                return parent::getLocalFederatedUser($userId);
            }

            public function probeCircles(?CircleProbe $circleProbe = null): array
            {
                return array_map(static fn (string $id): Circle => new class ($id) extends Circle {
                    public function __construct(private readonly string $id)
                    {
                    }

                    public function getSingleId(): string
                    {
                        return $this->id;
                    }

                    public function getDisplayName(): string
                    {
                        return "Team {$this->id}";
                    }
                }, ['one', 'two', 'three']);
            }
        });

        return $asked;
    }
}
