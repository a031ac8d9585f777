<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Tests\Administration;

use OCA\Bluebridge\Administration\CleanUp;
use OCA\Bluebridge\Db\Recording;
use OCA\Bluebridge\Db\RecordingMapper;
use OCA\Bluebridge\Service\Quotas;
use OCA\Bluebridge\Tests\AppTestCase;

/** What administrators do with the rooms of everybody. */
final class AllRoomsTest extends AppTestCase
{
    private const DAY = 86_400_000;

    public function testTheyAreFoundByNameAndByOwner(): void
    {
        $this->roomOf('alice', 'Physics');
        $this->roomOf('bob', '100% Art');
        self::assertSame(['100% Art', 'Physics'], $this->names([]));
        self::assertSame(['Physics'], $this->names(['search' => 'phys']));
        self::assertSame(['100% Art'], $this->names(['search' => 'BOB']));
        self::assertSame(['100% Art'], $this->names(['search' => '0%']));
        self::assertSame([], $this->names(['search' => '1_0%']));
        self::assertSame(['Physics'], $this->names(['owner' => 'alice']));
    }

    public function testTheyAreFoundByWhenTheyWereUsed(): void
    {
        $this->roomOf('alice', 'Old');
        $this->host->clock->advance(100 * self::DAY);
        $this->roomOf('alice', 'New');
        self::assertSame(['Old'], $this->names(['unusedDays' => 90]));
        self::assertSame(['New', 'Old'], $this->names(['unusedDays' => 0]));
    }

    public function testAnyNumberOfThemCostsTheSameNumberOfQueries(): void
    {
        $this->roomOf('alice', 'Physics');
        $queries = fn (): int => count($this->statementsOf());
        $one = $queries();
        for ($number = 0; $number < 60; $number++) {
            $this->roomOf('bob', "Room {$number}");
        }
        self::assertSame($one, $queries());
        $list = $this->dataOf($this->as('admin')->api('GET', 'admin/rooms', ['page' => 2]));
        self::assertSame([61, 2, 2], [$list['total'], $list['page'], $list['pages']]);
        self::assertIsArray($list['rooms']);
        self::assertCount(11, $list['rooms']);
    }

    public function testSeveralAreArchivedAndWhatIsNotThereIsNamed(): void
    {
        $ids = [$this->roomOf('alice'), $this->roomOf('bob')];
        $result = $this->deed('archive', [...$ids, 999]);
        self::assertSame($ids, $result['done']);
        self::assertSame([999], array_column((array) $result['failed'], 'id'));
        self::assertSame([], $this->names(['archived' => 'no']));
        self::assertCount(2, $this->names(['archived' => 'yes']));
        $this->deed('restore', [$ids[0]]);
        self::assertCount(1, $this->names(['archived' => 'no']));
    }

    public function testTheyAreGivenToSomebodyWhomQuotasDoNotBindThen(): void
    {
        $ids = [$this->roomOf('alice'), $this->roomOf('alice', 'Chemistry')];
        $this->host->container->get(Quotas::class)->keep(['' => 1]);
        self::assertSame($ids, $this->deed('transfer', $ids, ['userId' => 'bob'])['done']);
        self::assertCount(2, $this->names(['owner' => 'bob']));
        self::assertSame(400, $this->as('admin')->api('POST', 'admin/rooms', ['deed' => 'transfer', 'ids' => $ids, 'userId' => 'nobody'])->getStatus());
    }

    public function testNothingIsLeftOfThoseThatAreDeleted(): void
    {
        $room = $this->roomOf('alice');
        self::assertSame([$room], $this->deed('delete', [$room])['done']);
        self::assertSame(404, $this->as('alice')->api('GET', "rooms/{$room}")->getStatus());
    }

    public function testADeedThatIsNoneIsRefused(): void
    {
        $room = $this->roomOf('alice');
        foreach ([['deed' => 'explode', 'ids' => [$room]], ['deed' => 'archive', 'ids' => []], ['deed' => 'archive', 'ids' => range(1, 201)]] as $wish) {
            self::assertSame(400, $this->as('admin')->api('POST', 'admin/rooms', $wish)->getStatus());
        }
    }

    public function testWhatNobodyUsesIsArchivedAndLaterDeleted(): void
    {
        $this->roomOf('alice', 'Old');
        $recorded = $this->roomOf('alice', 'Recorded');
        $this->record($recorded);
        $this->keep(['archiveAfterDays' => 30, 'deleteAfterDays' => 60]);
        $this->host->clock->advance(31 * self::DAY);
        $this->roomOf('alice', 'New');
        self::assertSame(['archived' => 2, 'deleted' => 0], $this->cleanUp());
        self::assertSame(['New'], $this->names(['archived' => 'no']));
        $this->host->clock->advance(61 * self::DAY);
        self::assertSame(['archived' => 1, 'deleted' => 1], $this->cleanUp());
        self::assertSame(['New', 'Recorded'], $this->names(['archived' => 'yes']));
    }

    public function testNothingIsCleanedUpUnlessAnAdministratorSaysSo(): void
    {
        $this->roomOf('alice');
        $this->host->clock->advance(4_000 * self::DAY);
        self::assertSame(['archived' => 0, 'deleted' => 0], $this->cleanUp());
        self::assertSame(400, $this->as('admin')->api('PUT', 'admin/cleanup', ['archiveAfterDays' => 7, 'deleteAfterDays' => 0])->getStatus());
    }

    /** @param array<string, mixed> $params */
    private function keep(array $params): void
    {
        self::assertSame($params, $this->dataOf($this->as('admin')->api('PUT', 'admin/cleanup', $params)));
        self::assertSame($params, $this->dataOf($this->as('admin')->api('GET', 'admin/cleanup')));
    }

    /** @return array{archived: int, deleted: int} */
    private function cleanUp(): array
    {
        $this->host->container->forgetApp();

        return $this->host->container->get(CleanUp::class)->go();
    }

    private function record(int $room): void
    {
        $recording = new Recording();
        $recording->setRoomId($room);
        $recording->setRecordId('a-recording');
        $this->host->container->get(RecordingMapper::class)->insert($recording);
    }

    /**
     * @param list<int> $ids
     * @param array<string, mixed> $more
     * @return array<array-key, mixed>
     */
    private function deed(string $deed, array $ids, array $more = []): array
    {
        return $this->dataOf($this->as('admin')->api('POST', 'admin/rooms', ['deed' => $deed, 'ids' => $ids] + $more));
    }

    /**
     * @param array<string, mixed> $wanted
     * @return list<mixed>
     */
    private function names(array $wanted): array
    {
        $rooms = $this->dataOf($this->as('admin')->api('GET', 'admin/rooms', $wanted))['rooms'];
        self::assertIsArray($rooms);
        $names = array_column($rooms, 'name');
        sort($names);

        return $names;
    }

    /** @return array<array-key, mixed> */
    private function statementsOf(): array
    {
        $this->host->db->takeStatements();
        $this->as('admin')->api('GET', 'admin/rooms');

        return $this->host->db->takeStatements();
    }
}
