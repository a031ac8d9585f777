<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Tests\Rooms;

use OCA\Bluebridge\Tests\AppTestCase;
use OCA\Bluebridge\Tests\Kit\Calendar\OwnCalendar;

/** What an administrator says about sharing files holds for whoever asks without the search, too. */
final class SharingRulesTest extends AppTestCase
{
    private int $room;

    protected function setUp(): void
    {
        parent::setUp();
        $this->host->groups->add('own', $this->host->people->add('alice', 'alice@example.org'), $this->host->people->add('bob', 'bob@example.org'));
        $this->host->groups->add('foreign', $this->host->people->add('carol', 'carol@example.org'), $this->host->people->add('dan', 'dan@example.org'));
        $this->host->calendars->add('alice', new OwnCalendar('personal', 'Personal'));
        $this->room = $this->roomOf('alice');
    }

    public function testWhoMeetsInNoGroupIsNotReachedWhereOnlyGroupsMayShare(): void
    {
        $this->host->sharing->groupMembersOnly = true;
        self::assertSame([400, 400, 400], $this->reach('user', 'carol'));
        self::assertSame([400, 400, 400], $this->reach('group', 'foreign'));
        self::assertSame([201, 201, 201], $this->reach('user', 'bob'));
        self::assertSame([201, 201, 201], $this->reach('group', 'own'));
    }

    public function testAGroupThatEverybodyIsInCountsForNothingWhereItIsExcluded(): void
    {
        $this->host->sharing->groupMembersOnly = true;
        $this->host->sharing->excludedGroups = ['own'];
        self::assertSame([400, 400, 400], $this->reach('user', 'bob'));
        self::assertSame([400, 400, 400], $this->reach('group', 'own'));
    }

    public function testGroupsAreNotReachedWhereNothingIsSharedWithThem(): void
    {
        $this->host->sharing->withGroups = false;
        self::assertSame([400, 400, 400], $this->reach('group', 'own'));
        self::assertSame([201, 201, 201], $this->reach('user', 'carol'));
    }

    public function testWhoMayShareNothingReachesNobody(): void
    {
        $this->host->sharing->disabledFor = ['alice'];
        self::assertSame([400, 400, 400], $this->reach('user', 'bob'));
        self::assertSame([400, 400, 400], $this->reach('group', 'own'));
    }

    public function testNobodyLearnsWhichAccountsThereAre(): void
    {
        $this->host->sharing->groupMembersOnly = true;
        $answers = array_map(fn (string $who): array => $this->dataOf($this->as('alice')->api(
            'POST',
            "rooms/{$this->room}/members",
            ['kind' => 'user', 'target' => $who, 'role' => 'viewer'],
        )), ['carol', 'nobody']);
        self::assertSame('no_such_person', $answers[0]['code']);
        self::assertSame($answers[0], $answers[1]);
    }

    /** @return array{int, int, int} what members, calls and sessions answer */
    private function reach(string $kind, string $target): array
    {
        $person = ['kind' => $kind, 'target' => $target];
        $session = ['startsAt' => 1_000 * ($this->host->clock->getTime() + 86_400), 'lengthMinutes' => 60, 'calendar' => 'personal', 'attendees' => [$person]];

        return [
            $this->as('alice')->api('POST', "rooms/{$this->room}/members", $person + ['role' => 'viewer'])->getStatus(),
            $this->as('alice')->api('POST', 'calls', ['people' => [$person]])->getStatus(),
            $this->as('alice')->api('POST', "rooms/{$this->room}/sessions", $session)->getStatus(),
        ];
    }
}
