<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Tests\Rooms;

use OCA\Bluebridge\BackgroundJob\CleanUpRooms;
use OCA\Bluebridge\Db\Member;
use OCA\Bluebridge\Db\MemberMapper;
use OCA\Bluebridge\Db\Recording;
use OCA\Bluebridge\Db\RecordingMapper;
use OCA\Bluebridge\Service\Quotas;
use OCA\Bluebridge\Tests\AppTestCase;
use OCP\AppFramework\Db\Entity;
use OCP\AppFramework\Http\Response;
use RuntimeException;

/** Calls that start now, and who hears of them. */
final class CallsTest extends AppTestCase
{
    public function testWhoIsCalledHearsItOnceAndMayLead(): void
    {
        $bob = $this->host->people->add('bob');
        $this->host->groups->add('class', $bob);
        $people = [['kind' => 'user', 'target' => 'bob'], ['kind' => 'group', 'target' => 'class'], ['kind' => 'user', 'target' => 'alice']];
        self::assertSame(201, $this->as('alice')->api('POST', 'calls', ['people' => $people])->getStatus());
        self::assertCount(1, $this->host->notices->of('bob'));
        self::assertCount(0, $this->host->notices->of('alice'));
        self::assertSame(['moderator'], array_column($this->dataOf($this->as('bob')->api('GET', 'rooms')), 'role'));
    }

    public function testNobodyIsCalledWhoIsNotThere(): void
    {
        foreach ([[['kind' => 'user', 'target' => 'nobody']], [['kind' => 'ghost', 'target' => 'bob']], ['bob']] as $people) {
            self::assertSame(400, $this->as('alice')->api('POST', 'calls', ['people' => $people])->getStatus());
        }
        self::assertSame([], $this->dataOf($this->as('alice')->api('GET', 'rooms')));
    }

    public function testSomebodyMayStartAlone(): void
    {
        foreach ([[], [['kind' => 'user', 'target' => 'alice']]] as $people) {
            $response = $this->as('alice')->api('POST', 'calls', ['people' => $people]);
            $room = $this->dataOf($response)['room'];
            self::assertIsArray($room);
            self::assertSame([201, 'owner', true], [$response->getStatus(), $room['role'], $room['isAdHoc']]);
            self::assertStringContainsString('Alice', is_string($room['name']) ? $room['name'] : '');
        }
        self::assertCount(0, $this->host->notices->of('alice'));
        $this->host->container->get(Quotas::class)->keep(['' => 0]);
        self::assertSame(403, $this->as('alice')->api('POST', 'calls', ['people' => []])->getStatus());
    }

    public function testCallsAreNoneOfTheRoomsSomebodyMayHave(): void
    {
        $this->host->container->get(Quotas::class)->keep(['' => 1]);
        $this->roomOf('alice');
        self::assertSame([201, 201], [$this->call(['bob'])->getStatus(), $this->call(['carol'])->getStatus()]);
        $this->host->container->get(Quotas::class)->keep(['' => 2]);
        $this->roomOf('alice', 'Chemistry');
        self::assertSame(403, $this->as('alice')->api('POST', 'rooms', ['name' => 'Maths'])->getStatus());
        $this->host->container->get(Quotas::class)->keep(['' => 0]);
        self::assertSame(403, $this->call(['bob'])->getStatus());
    }

    public function testACallOfLastWeekIsArchivedUnlessItHasRecordings(): void
    {
        [$old, $recorded] = [$this->idOf($this->call(['bob'])), $this->idOf($this->call(['bob']))];
        $recording = new Recording();
        $recording->setRoomId($recorded);
        $recording->setRecordId('a-recording');
        $this->host->container->get(RecordingMapper::class)->insert($recording);
        $stays = $this->roomOf('alice');
        $this->host->clock->advance(6 * 86_400_000);
        $this->cleanUp();
        self::assertSame([], $this->archived());
        $this->host->clock->advance(2 * 86_400_000);
        $recent = $this->idOf($this->call(['bob']));
        $this->cleanUp();
        self::assertSame([$old], $this->archived());
        self::assertEqualsCanonicalizing([$old, $recorded, $stays, $recent], array_column($this->dataOf($this->as('alice')->api('GET', 'rooms')), 'id'));
    }

    public function testACallThatSomebodyCannotBeAddedToLeavesNoRoom(): void
    {
        $this->host->container->put(MemberMapper::class, new class ($this->host->db) extends MemberMapper {
            public function insert(Entity $entity): Entity
            {
                return $entity instanceof Member && $entity->getTarget() === 'carol' ? throw new RuntimeException('The database is away.') : parent::insert($entity);
            }
        });
        try {
            $this->call(['bob', 'carol']);
            self::fail('The database was away.');
        } catch (RuntimeException) {
        }
        self::assertSame([[], []], [$this->dataOf($this->as('alice')->api('GET', 'rooms')), $this->dataOf($this->as('bob')->api('GET', 'rooms'))]);
    }

    public function testACallSendsFewLetters(): void
    {
        $people = array_map(static fn (int $number): array => ['kind' => 'email', 'target' => "guest{$number}@example.org"], range(1, 6));
        $response = $this->as('alice')->api('POST', 'calls', ['people' => $people]);
        self::assertSame([400, 'too_many_letters', []], [$response->getStatus(), $this->dataOf($response)['code'], $this->dataOf($this->as('alice')->api('GET', 'rooms'))]);
        self::assertSame(201, $this->as('alice')->api('POST', 'calls', ['people' => array_slice($people, 1)])->getStatus());
    }

    public function testWhatSomebodyWasToldOfGoesWithTheRoom(): void
    {
        $room = $this->roomOf('alice');
        $this->as('alice')->api('POST', "rooms/{$room}/members", ['kind' => 'user', 'target' => 'bob', 'role' => 'viewer']);
        self::assertCount(1, $this->host->notices->of('bob'));
        $this->as('alice')->api('DELETE', "rooms/{$room}");
        self::assertCount(0, $this->host->notices->of('bob'));
    }

    public function testAddressesOfMembersAreToldToManagersOnly(): void
    {
        $room = $this->roomOf('alice');
        $made = $this->dataOf($this->as('alice')->api('POST', "rooms/{$room}/members", ['kind' => 'email', 'target' => 'Dana@Example.org', 'role' => 'viewer']));
        self::assertSame('dana@example.org', $made['target']);
        self::assertStringContainsString('/apps/bluebridge/i/', (string) json_encode($made['url'] ?? '', JSON_UNESCAPED_SLASHES));
        $this->as('alice')->api('POST', "rooms/{$room}/members", ['kind' => 'user', 'target' => 'bob', 'role' => 'moderator']);
        $seen = json_encode($this->dataOf($this->as('bob')->api('GET', "rooms/{$room}/members")), JSON_THROW_ON_ERROR);
        self::assertStringNotContainsString('dana', $seen);
    }

    public function testTheLinkOfAMemberWhoIsGoneOpensNothing(): void
    {
        $room = $this->roomOf('alice');
        $made = $this->dataOf($this->as('alice')->api('POST', "rooms/{$room}/members", ['kind' => 'email', 'target' => 'dana@example.org', 'role' => 'viewer']));
        self::assertIsString($made['url'] ?? null);
        self::assertIsInt($made['id'] ?? null);
        $address = 'i/' . basename($made['url']);
        self::assertSame(200, $this->as(null)->page('GET', $address)->getStatus());
        $this->as('alice')->api('DELETE', "rooms/{$room}/members/{$made['id']}");
        self::assertSame(404, $this->as(null)->page('GET', $address)->getStatus());
    }

    /** @param list<string> $users */
    private function call(array $users): Response
    {
        $people = array_map(static fn (string $user): array => ['kind' => 'user', 'target' => $user], $users);

        return $this->as('alice')->api('POST', 'calls', ['people' => $people]);
    }

    private function idOf(Response $made): int
    {
        $room = $this->dataOf($made)['room'];
        self::assertIsArray($room);
        self::assertIsInt($room['id']);

        return $room['id'];
    }

    private function cleanUp(): void
    {
        $this->host->container->forgetApp();
        $this->host->container->get(CleanUpRooms::class)->start($this->host->jobs);
    }

    /** @return list<mixed> */
    private function archived(): array
    {
        $rooms = $this->dataOf($this->as('admin')->api('GET', 'admin/rooms', ['archived' => 'yes']))['rooms'];

        return array_column(is_array($rooms) ? $rooms : [], 'id');
    }
}
