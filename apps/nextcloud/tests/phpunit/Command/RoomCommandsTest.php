<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Tests\Command;

use OCA\Bluebridge\Command\ArchiveRooms;
use OCA\Bluebridge\Command\Import;
use OCA\Bluebridge\Command\PersonalDataOf;
use OCA\Bluebridge\Command\TransferRooms;
use OCA\Bluebridge\Tests\AppTestCase;
use Symfony\Component\Console\Command\Command;
use Symfony\Component\Console\Tester\CommandTester;

/** What administrators do with rooms on the command line. */
final class RoomCommandsTest extends AppTestCase
{
    private const DAY = 86_400_000;

    public function testAllRoomsOfSomebodyWhoLeavesAreGivenAway(): void
    {
        $this->roomOf('alice');
        $this->roomOf('alice', 'Chemistry');
        self::assertSame([0, "Rooms: 2\n"], $this->outcomeOf(TransferRooms::class, ['to' => 'bob', '--owner' => 'alice']));
        self::assertSame(['owner', 'owner'], array_column($this->dataOf($this->as('bob')->api('GET', 'rooms')), 'role'));
    }

    public function testWhatIsNotThereIsSaidAndFails(): void
    {
        $room = $this->roomOf('alice');
        [$code, $told] = $this->outcomeOf(ArchiveRooms::class, ['ids' => [(string) $room, '999']]);
        self::assertSame(1, $code);
        self::assertStringContainsString('999: ', $told);
        self::assertStringContainsString('Rooms: 1', $told);
        $refused = $this->outcomeOf(TransferRooms::class, ['to' => 'nobody', 'ids' => [(string) $room]]);
        self::assertSame([1, "There is nobody of this name here. Please choose from the list.\n"], $refused);
        self::assertSame([0, "No rooms.\n"], $this->outcomeOf(ArchiveRooms::class, []));
    }

    public function testRoomsThatNobodyUsesAreArchivedAndBroughtBack(): void
    {
        $room = $this->roomOf('alice');
        $this->host->clock->advance(40 * self::DAY);
        $this->roomOf('alice', 'New');
        self::assertSame([0, "Rooms: 1\n"], $this->outcomeOf(ArchiveRooms::class, ['--unused-days' => '30']));
        self::assertTrue($this->dataOf($this->as('alice')->api('GET', "rooms/{$room}"))['isArchived']);
        self::assertSame([0, "Rooms: 1\n"], $this->outcomeOf(ArchiveRooms::class, ['--unused-days' => '30', '--restore' => true]));
        self::assertFalse($this->dataOf($this->as('alice')->api('GET', "rooms/{$room}"))['isArchived']);
    }

    public function testWhatIsKnownOfSomebodyIsWritten(): void
    {
        $this->roomOf('alice');
        [$code, $told] = $this->outcomeOf(PersonalDataOf::class, ['user' => 'alice']);
        self::assertSame(0, $code);
        self::assertStringContainsString('"Physics"', $told);
        self::assertSame(1, $this->outcomeOf(PersonalDataOf::class, ['user' => 'nobody'])[0]);
    }

    public function testWithoutTheOldAppThereIsNothingToImport(): void
    {
        self::assertSame(1, $this->outcomeOf(Import::class, ['--dry-run' => true])[0]);
    }

    /**
     * @param class-string<Command> $class
     * @param array<string, mixed> $input
     * @return array{int, string}
     */
    private function outcomeOf(string $class, array $input): array
    {
        $this->host->container->forgetApp();
        $tester = new CommandTester($this->host->container->get($class));
        $code = $tester->execute($input);

        return [$code, $tester->getDisplay(true)];
    }
}
