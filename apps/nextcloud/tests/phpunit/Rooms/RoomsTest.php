<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Tests\Rooms;

use OCA\Bluebridge\Model\Preset;
use OCA\Bluebridge\Service\Presets;
use OCA\Bluebridge\Service\Quotas;
use OCA\Bluebridge\Tests\AppTestCase;
use PHPUnit\Framework\Attributes\DataProvider;

/** Making rooms and changing them. */
final class RoomsTest extends AppTestCase
{
    /** @return iterable<string, array{string}> */
    public static function badNames(): iterable
    {
        yield 'nothing' => [''];
        yield 'blanks' => ['   '];
        yield 'one letter' => ['x'];
        yield 'two lines' => ["a\nb"];
        yield 'too long' => [str_repeat('a', 257)];
        yield 'no text' => ["\xC3\x28\xC3\x28"];
    }

    #[DataProvider('badNames')]
    public function testANameThatIsNoneIsRefused(string $name): void
    {
        $response = $this->as('alice')->api('POST', 'rooms', ['name' => $name]);
        self::assertSame(400, $response->getStatus());
        self::assertSame('name_invalid', $this->dataOf($response)['code']);
    }

    public function testSettingsAreCheckedByTheTableOfTheCore(): void
    {
        $room = $this->roomOf('alice');
        $response = $this->as('alice')->api('PATCH', "rooms/{$room}", ['settings' => ['maxParticipants' => 'many', 'nonsense' => 1]]);
        self::assertSame(400, $response->getStatus());
        $violations = $this->dataOf($response)['violations'] ?? null;
        self::assertIsArray($violations);
        self::assertSame(['maxParticipants', 'nonsense'], array_column($violations, 'path'));
        self::assertNotContains('', array_column($violations, 'text'));
    }

    public function testAViewerSeesNoSettings(): void
    {
        $room = $this->roomOf('alice');
        $this->as('alice')->api('PATCH', "rooms/{$room}", ['settings' => ['moderatorOnlyMessage' => 'The key is under the mat']]);
        $this->as('alice')->api('POST', "rooms/{$room}/members", ['kind' => 'user', 'target' => 'bob', 'role' => 'viewer']);
        $seen = json_encode($this->dataOf($this->as('bob')->api('GET', "rooms/{$room}")), JSON_THROW_ON_ERROR);
        self::assertStringNotContainsString('under the mat', $seen);
    }

    public function testACopyHasItsOwnMeetingAndTheMembers(): void
    {
        $room = $this->roomOf('alice');
        $this->as('alice')->api('POST', "rooms/{$room}/members", ['kind' => 'user', 'target' => 'bob', 'role' => 'moderator']);
        $copy = $this->dataOf($this->as('alice')->api('POST', "rooms/{$room}/clone", ['name' => 'Physics 2']));
        $ids = $this->host->db->getQueryBuilder()->select('meeting_id', 'token')->from('bluebridge_rooms')->executeQuery()->fetchAll();
        self::assertCount(2, array_column($ids, null, 'meeting_id'));
        self::assertCount(2, array_column($ids, null, 'token'));
        self::assertIsInt($copy['id'] ?? null);
        self::assertSame(['bob'], array_column($this->dataOf($this->as('alice')->api('GET', "rooms/{$copy['id']}/members")), 'target'));
    }

    public function testWhoGivesARoomAwayStaysAsManager(): void
    {
        $room = $this->roomOf('alice');
        self::assertSame(200, $this->as('alice')->api('POST', "rooms/{$room}/transfer", ['userId' => 'bob'])->getStatus());
        self::assertSame('owner', $this->dataOf($this->as('bob')->api('GET', "rooms/{$room}"))['role']);
        self::assertSame('manager', $this->dataOf($this->as('alice')->api('GET', "rooms/{$room}"))['role']);
        self::assertSame(400, $this->as('bob')->api('POST', "rooms/{$room}/transfer", ['userId' => 'nobody'])->getStatus());
    }

    public function testNothingIsLeftOfARoomThatIsDeleted(): void
    {
        $room = $this->roomOf('alice');
        $this->as('alice')->api('POST', "rooms/{$room}/members", ['kind' => 'user', 'target' => 'bob', 'role' => 'viewer']);
        $this->as('alice')->api('POST', "rooms/{$room}/links", ['name' => 'Dana', 'role' => 'viewer']);
        self::assertSame(200, $this->as('alice')->api('DELETE', "rooms/{$room}")->getStatus());
        foreach (['rooms', 'members', 'links', 'recordings', 'watches'] as $table) {
            $rows = $this->host->db->getQueryBuilder()->select('*')->from("bluebridge_{$table}")->executeQuery()->fetchAll();
            self::assertSame([], $rows, $table);
        }
    }

    public function testAQuotaOfAGroupCountsAndTheHighestWins(): void
    {
        $bob = $this->host->people->add('bob');
        $this->host->groups->add('class', $bob);
        $quotas = $this->host->container->get(Quotas::class);
        $quotas->keep(['' => 0, 'class' => 1]);
        self::assertSame('may_not_create', $this->dataOf($this->as('alice')->api('POST', 'rooms', ['name' => 'Physics']))['code']);
        self::assertSame(201, $this->as('bob')->api('POST', 'rooms', ['name' => 'Physics'])->getStatus());
        self::assertSame('too_many_rooms', $this->dataOf($this->as('bob')->api('POST', 'rooms', ['name' => 'Physics']))['code']);
        $this->host->groups->add('staff', $bob);
        $this->host->container->get(Quotas::class)->keep(['' => 0, 'class' => 1, 'staff' => Quotas::UNLIMITED]);
        self::assertSame(201, $this->as('bob')->api('POST', 'rooms', ['name' => 'Physics'])->getStatus());
    }

    public function testWhatIsFixedCannotBeChangedAndHoldsForRoomsFromBefore(): void
    {
        $room = $this->roomOf('alice');
        $this->as('alice')->api('PATCH', "rooms/{$room}", ['settings' => ['guestsAllowed' => true]]);
        $this->host->container->get(Presets::class)->keepLocks(['guestsAllowed' => false]);
        self::assertFalse($this->dataOf($this->as('alice')->api('GET', "rooms/{$room}/access"))['isPublic']);
        // What is fixed is in nobody's way who changes something else.
        self::assertSame(200, $this->as('alice')->api('PATCH', "rooms/{$room}/access", ['lobby' => true])->getStatus());
        $response = $this->as('alice')->api('PATCH', "rooms/{$room}/access", ['isPublic' => true]);
        self::assertSame(400, $response->getStatus());
        self::assertSame('settings_invalid', $this->dataOf($response)['code']);
    }

    public function testWhoHasAPresetOfTheirGroupTakesIt(): void
    {
        $bob = $this->host->people->add('bob');
        $this->host->groups->add('class', $bob);
        $this->host->container->get(Presets::class)->keep([
            new Preset('pupils', 'Pupils', ['muteOnStart' => true], ['record' => false], ['class']),
        ]);
        $room = $this->dataOf($this->as('bob')->api('POST', 'rooms', ['name' => 'Homework']));
        self::assertSame('pupils', $room['preset']);
        self::assertIsInt($room['id'] ?? null);
        $refused = $this->as('bob')->api('PATCH', "rooms/{$room['id']}", ['settings' => ['record' => true]]);
        self::assertSame(400, $refused->getStatus());
        self::assertSame('', $this->dataOf($this->as('alice')->api('POST', 'rooms', ['name' => 'Mine']))['preset']);
        self::assertSame(400, $this->as('alice')->api('POST', 'rooms', ['name' => 'Mine', 'preset' => 'pupils'])->getStatus());
    }
}
