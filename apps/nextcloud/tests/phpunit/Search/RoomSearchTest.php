<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Tests\Search;

use OCA\Bluebridge\Search\RoomSearch;
use OCA\Bluebridge\Tests\AppTestCase;
use OCP\Search\ISearchQuery;

/** Rooms in Nextcloud's own search. */
final class RoomSearchTest extends AppTestCase
{
    public function testEverybodyFindsTheirRoomsAndNoOthers(): void
    {
        $room = $this->roomOf('alice', 'Physics');
        $this->roomOf('alice', 'Chemistry');
        self::assertSame(['Physics'], array_column($this->found('alice', 'phys'), 'title'));
        self::assertSame([], $this->found('bob', 'phys'));
        $this->as('alice')->api('POST', "rooms/{$room}/members", ['kind' => 'user', 'target' => 'bob', 'role' => 'viewer']);
        $found = $this->found('bob', 'PHYS');
        self::assertSame(['https://cloud.example.org/apps/bluebridge/rooms/' . $room], array_column($found, 'resourceUrl'));
    }

    /** @return list<array<string, mixed>> */
    private function found(string $userId, string $term): array
    {
        $user = $this->host->people->get($userId);
        self::assertNotNull($user);
        $this->host->container->forgetApp();
        $query = self::createStub(ISearchQuery::class);
        $query->method('getTerm')->willReturn($term);
        $query->method('getLimit')->willReturn(5);
        $result = json_decode(json_encode($this->host->container->get(RoomSearch::class)->search($user, $query), JSON_THROW_ON_ERROR), true);
        self::assertIsArray($result);

        /** @var list<array<string, mixed>> */
        return $result['entries'] ?? [];
    }
}
