<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Tests\Meeting;

use OCA\Bluebridge\Activity\RoomFilter;
use OCA\Bluebridge\Activity\RoomProvider;
use OCA\Bluebridge\Activity\RoomSetting;
use OCA\Bluebridge\Notification\Notifier;
use OCA\Bluebridge\Tests\MeetingTestCase;
use OCP\Activity\Exceptions\UnknownActivityException;

/** What the people of a room are told of it, by notifications and in their activity. */
final class RoomNewsTest extends MeetingTestCase
{
    private int $room;

    protected function setUp(): void
    {
        parent::setUp();
        $this->host->people->add('mo');
        $this->host->groups->add('class', $this->host->people->add('gus'));
        $this->room = $this->roomOf('alice');
        $this->as('alice')->api('PATCH', "rooms/{$this->room}/access", ['isPublic' => true]);
        foreach ([['user', 'bob', 'viewer'], ['user', 'mo', 'moderator'], ['group', 'class', 'viewer']] as [$kind, $target, $role]) {
            $this->as('alice')->api('POST', "rooms/{$this->room}/members", ['kind' => $kind, 'target' => $target, 'role' => $role]);
        }
    }

    public function testWhoLeadsIsToldOnceThatPeopleWait(): void
    {
        $this->wait('Dana');
        $this->wait('Eli');
        self::assertSame(['waiting'], $this->toldTo('alice'));
        self::assertSame(['invited', 'waiting'], $this->toldTo('mo'));
        self::assertSame(['invited'], $this->toldTo('bob'));
        $notice = $this->host->notices->of('alice')[0];
        $this->host->container->get(Notifier::class)->prepare($notice, 'en');
        self::assertSame(['{guest} waits in {room}', 'Dana'], [$notice->words, $notice->objects['guest']['name']]);
        $this->as('mo')->api('POST', "rooms/{$this->room}/start");
        self::assertSame([], $this->toldTo('alice'));
    }

    public function testWhoLooksOnIsNobodyWhoWaits(): void
    {
        $door = $this->doorOf($this->room);
        $this->as(null)->page('GET', $door);
        self::assertSame([], $this->toldTo('alice'));
    }

    public function testAllMembersReadOfBeginningAndEnd(): void
    {
        $this->as('mo')->api('POST', "rooms/{$this->room}/start");
        $this->as('mo')->api('POST', "rooms/{$this->room}/start");
        $this->as('mo')->api('POST', "rooms/{$this->room}/end");
        foreach (['alice', 'bob', 'gus'] as $who) {
            self::assertSame(['started', 'ended'], array_slice($this->host->activity->subjectsOf($who), -2), $who);
            self::assertCount(1, array_keys($this->host->activity->subjectsOf($who), 'started', true), $who);
        }
        self::assertSame([], $this->host->activity->of('carol'));
    }

    public function testTheEndThatOneOfManySeesIsWrittenDownOnce(): void
    {
        $this->as('mo')->api('POST', "rooms/{$this->room}/start");
        $this->act(['kind' => 'end', 'meetingID' => $this->meetingOf($this->room)]);
        foreach (['alice', 'bob', 'mo', 'alice', 'bob', 'mo'] as $who) {
            $this->host->clock->advance(10_000);
            $this->as($who)->api('GET', "rooms/{$this->room}/status");
        }
        self::assertCount(1, array_keys($this->host->activity->subjectsOf('bob'), 'ended', true));
    }

    public function testActivityIsPutIntoWordsAndLeadsToTheRoom(): void
    {
        $this->as('mo')->api('POST', "rooms/{$this->room}/start");
        $provider = $this->host->container->get(RoomProvider::class);
        $events = $this->host->activity->of('bob');
        $event = end($events);
        self::assertNotFalse($event);
        $provider->parse('en', $event);
        self::assertSame('{user} started a call in {room}', $event->words);
        self::assertSame(['user', 'room'], array_keys($event->objects));
        self::assertSame('Mo', $event->objects['user']['name']);
        self::assertStringEndsWith("/rooms/{$this->room}", $event->objects['room']['link']);
        $this->expectException(UnknownActivityException::class);
        $provider->parse('en', $event->setApp('files'));
    }

    public function testActivityHasASettingAndAFilter(): void
    {
        $setting = $this->host->container->get(RoomSetting::class);
        self::assertTrue($setting->canChangeStream() && $setting->canChangeMail() && !$setting->isDefaultEnabledMail());
        $filter = $this->host->container->get(RoomFilter::class);
        self::assertSame([RoomSetting::TYPE], $filter->filterTypes(['files', RoomSetting::TYPE]));
        self::assertSame(['bluebridge'], $filter->allowedApps());
    }

    public function testWhoIsCalledHearsItAgainWhenTheCallStartsAnew(): void
    {
        $called = $this->dataOf($this->as('alice')->api('POST', 'calls', ['people' => [['kind' => 'user', 'target' => 'carol']]]));
        self::assertIsArray($called['room']);
        $call = is_int($called['room']['id']) ? $called['room']['id'] : 0;
        $this->as('alice')->page('POST', "rooms/{$call}/join");
        self::assertSame(['started'], $this->toldTo('carol'));
        $this->as('alice')->api('POST', "rooms/{$call}/end");
        self::assertSame([], $this->toldTo('carol'));
    }

    private function wait(string $name): void
    {
        $door = $this->doorOf($this->room);
        $response = $this->as(null)->page('POST', $door, ['name' => $name]);
        self::assertSame(200, $response->getStatus());
    }

    /** @return list<string> */
    private function toldTo(string $who): array
    {
        return array_map(static fn ($notice): string => $notice->getSubject(), $this->host->notices->of($who));
    }
}
