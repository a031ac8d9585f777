<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Tests\Meeting;

use OCA\Bluebridge\Listener\AccountRemoval;
use OCA\Bluebridge\Tests\Kit\Host\Apps;
use OCA\Bluebridge\Tests\Kit\People\Circles;
use OCA\Bluebridge\Tests\MeetingTestCase;
use OCA\Circles\CirclesManager;
use OCA\Circles\Events\DestroyingCircleEvent;
use OCA\Circles\Model\Circle;
use OCP\App\IAppManager;

/** Who is in a team hears of its rooms as others do. */
final class TeamNewsTest extends MeetingTestCase
{
    private Circles $circles;

    protected function setUp(): void
    {
        parent::setUp();
        $apps = new Apps();
        $apps->enable('circles');
        $this->circles = new Circles();
        $this->host->container->put(IAppManager::class, $apps);
        $this->host->container->put(CirclesManager::class, $this->circles);
        $this->host->people->add('tim');
        $this->circles->add('crew', 'alice', 'bob', 'tim');
    }

    public function testThePeopleOfATeamReadOfBeginningAndEnd(): void
    {
        $room = $this->roomOfTheTeam();
        $this->as('alice')->api('POST', "rooms/{$room}/start");
        $this->as('alice')->api('POST', "rooms/{$room}/end");
        foreach (['bob', 'tim'] as $who) {
            self::assertSame(['started', 'ended'], $this->host->activity->subjectsOf($who), $who);
        }
        // Carol was asked into the team, and has not said yes.
        self::assertSame([], $this->host->activity->of('carol'));
    }

    public function testATeamIsCalledAsOnePerson(): void
    {
        $response = $this->as('alice')->api('POST', 'calls', ['people' => [['kind' => 'team', 'target' => 'crew'], ['kind' => 'user', 'target' => 'bob']]]);
        self::assertSame(201, $response->getStatus());
        self::assertSame([0, 1, 1], array_map(fn (string $who): int => count($this->host->notices->of($who)), ['alice', 'bob', 'tim']));
    }

    public function testATeamThatCannotBeReadKeepsNobodyOut(): void
    {
        $room = $this->roomOfTheTeam();
        $this->host->container->put(CirclesManager::class, new Circles());
        self::assertSame(200, $this->as('alice')->api('POST', "rooms/{$room}/start")->getStatus());
        self::assertSame([], $this->host->activity->of('tim'));
    }

    public function testATeamThatIsGoneIsInNoRoom(): void
    {
        $room = $this->roomOfTheTeam();
        $other = $this->circles->add('band', 'alice');
        $this->host->container->get(AccountRemoval::class)->handle($this->destroyed($other));
        self::assertCount(1, $this->membersOf($room));
        $this->host->container->get(AccountRemoval::class)->handle($this->destroyed($this->circles->add('crew')));
        self::assertSame([], $this->membersOf($room));
    }

    private function roomOfTheTeam(): int
    {
        $room = $this->roomOf('alice');
        $made = $this->as('alice')->api('POST', "rooms/{$room}/members", ['kind' => 'team', 'target' => 'crew', 'role' => 'viewer']);
        self::assertSame(201, $made->getStatus());

        return $room;
    }

    /** @return array<array-key, mixed> */
    private function membersOf(int $room): array
    {
        return $this->dataOf($this->as('alice')->api('GET', "rooms/{$room}/members"));
    }

    private function destroyed(Circle $team): DestroyingCircleEvent
    {
        $event = self::createStub(DestroyingCircleEvent::class);
        $event->method('getCircle')->willReturn($team);

        return $event;
    }
}
