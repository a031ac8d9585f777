<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Tests\Push;

use OCA\Bluebridge\Hooks\HookDesk;
use OCA\Bluebridge\Tests\Kit\Host\PageState;
use OCA\Bluebridge\Tests\Kit\Push\KeptMessages;
use OCA\Bluebridge\Tests\MeetingTestCase;
use OCA\NotifyPush\Queue\IQueue;
use OCA\NotifyPush\Queue\NullQueue;
use OCP\AppFramework\Http\TemplateResponse;
use OCP\AppFramework\Services\IInitialState;

/** What is told to the pages of a room's people where the app "Client Push" is there. */
final class RoomPushTest extends MeetingTestCase
{
    private KeptMessages $queue;

    private int $room;

    protected function setUp(): void
    {
        parent::setUp();
        $this->queue = new KeptMessages();
        $this->host->groups->add('class', $this->host->people->add('gus'));
        $this->room = $this->roomOf('alice');
        $this->as('alice')->api('POST', "rooms/{$this->room}/members", ['kind' => 'user', 'target' => 'bob', 'role' => 'viewer']);
        $this->as('alice')->api('POST', "rooms/{$this->room}/members", ['kind' => 'group', 'target' => 'class', 'role' => 'viewer']);
        $this->host->container->put(IQueue::class, $this->queue);
    }

    public function testAllPeopleOfTheRoomAreToldThatItOpenedAndEnded(): void
    {
        $message = fn (string $user): array => ['notify_custom', ['user' => $user, 'message' => 'bluebridge_room', 'body' => ['id' => $this->room]]];
        $this->as('alice')->api('POST', "rooms/{$this->room}/start");
        self::assertSame(array_map($message, ['alice', 'bob', 'gus']), $this->queue->take());
        $this->as('alice')->api('POST', "rooms/{$this->room}/end");
        self::assertSame(['alice', 'bob', 'gus'], $this->told());
    }

    public function testWhoComesInIsToldOnceAndNothingNewIsNot(): void
    {
        $this->as('alice')->api('POST', "rooms/{$this->room}/start");
        $this->look();
        $this->queue->take();
        $this->act(['kind' => 'join', 'meetingID' => $this->meetingOf($this->room), 'attendee' => ['fullName' => 'Gus', 'userID' => 'gus', 'role' => 'VIEWER']]);
        $this->look();
        self::assertSame(['alice', 'bob', 'gus'], $this->told());
        $this->look();
        self::assertSame([], $this->told());
    }

    public function testThatSomebodyBeginsToWaitIsTold(): void
    {
        // To wait is to have pressed the button.
        $this->as('bob')->page('POST', "rooms/{$this->room}/join");
        $this->queue->take();
        $this->as('bob')->api('GET', "rooms/{$this->room}/status", ['waiting' => 'true']);
        self::assertSame(['alice', 'bob', 'gus'], $this->told());
        $this->as('bob')->api('GET', "rooms/{$this->room}/status", ['waiting' => 'true']);
        self::assertSame([], $this->told());
    }

    public function testPagesAskWhenTheServerTellsOfSomething(): void
    {
        $this->host->container->get(HookDesk::class)->heard($this->room, $this->meetingOf($this->room), false);
        self::assertSame(['alice', 'bob', 'gus'], $this->told());
    }

    public function testAQueueThatFailsKeepsNobodyFromMeeting(): void
    {
        $this->queue->isBroken = true;
        self::assertSame(200, $this->as('alice')->api('POST', "rooms/{$this->room}/start")->getStatus());
    }

    public function testPagesAreToldWhetherTheyMayListen(): void
    {
        self::assertTrue($this->hasPush());
        self::assertSame($this->room, $this->pushAtDoor('bob'));
        // Who is no member is told nothing, so their page must ask.
        self::assertSame(0, $this->pushAtDoor('carol'));
        self::assertSame(0, $this->pushAtDoor(null));
    }

    public function testWithoutRedisPagesGoOnAsking(): void
    {
        $this->host->container->put(IQueue::class, new NullQueue());
        self::assertFalse($this->hasPush());
        self::assertSame(0, $this->pushAtDoor('bob'));
        self::assertSame(200, $this->as('alice')->api('POST', "rooms/{$this->room}/start")->getStatus());
    }

    private function hasPush(): bool
    {
        $this->as('alice')->page('GET', '');
        $state = $this->host->container->get(IInitialState::class);
        self::assertInstanceOf(PageState::class, $state);
        $page = $state->given['page'] ?? null;

        return is_array($page) && $page['hasPush'] === true;
    }

    private function pushAtDoor(?string $who): mixed
    {
        $door = $this->doorOf($this->room);
        $page = $this->as($who)->page('GET', $door);
        self::assertInstanceOf(TemplateResponse::class, $page);

        return $page->getParams()['pushRoom'] ?? null;
    }

    /** Lets somebody look when the server is asked again. */
    private function look(): void
    {
        $this->host->clock->advance(60_000);
        $this->as('bob')->api('GET', "rooms/{$this->room}/status");
    }

    /** @return list<mixed> who was told since this was last asked */
    private function told(): array
    {
        return array_map(static fn (array $sent): mixed => is_array($sent[1]) ? $sent[1]['user'] : null, $this->queue->take());
    }
}
