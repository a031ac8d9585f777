<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Tests\Command;

use OCA\Bluebridge\Command\EndDue;
use OCA\Bluebridge\Command\Meetings;
use OCA\Bluebridge\Command\Probe;
use OCA\Bluebridge\Command\Rooms;
use OCA\Bluebridge\Command\Sync;
use OCA\Bluebridge\Server\ServerSettingsStore;
use OCA\Bluebridge\Tests\HosterTestCase;
use Symfony\Component\Console\Command\Command;
use Symfony\Component\Console\Tester\CommandTester;

/** What administrators do with the meeting server on the command line. */
final class ServerCommandsTest extends HosterTestCase
{
    protected function tearDown(): void
    {
        putenv('BBB_SECRET');
        parent::tearDown();
    }

    public function testAServerIsTriedAndKeptOnlyWhenThatIsSaid(): void
    {
        $endpoint = (string) getenv('BLUEBRIDGE_ENDPOINT');
        putenv('BBB_SECRET=' . getenv('BLUEBRIDGE_SECRET'));
        $before = $this->keptEndpoint();
        [$code, $told] = $this->outcomeOf(Probe::class, ['endpoint' => "{$endpoint}api/", '--allow-local' => true]);
        self::assertSame([0, $before], [$code, $this->keptEndpoint()]);
        self::assertStringStartsWith("{$endpoint}: ", $told);
        self::assertSame(0, $this->outcomeOf(Probe::class, ['endpoint' => $endpoint, '--allow-local' => true, '--save' => true])[0]);
        self::assertSame($endpoint, $this->keptEndpoint());
        // Without an address, the one that is kept is tried.
        self::assertSame([0, $told], $this->outcomeOf(Probe::class, []));
    }

    public function testAServerThatIsNotAsItShouldBeIsNotKept(): void
    {
        $endpoint = (string) getenv('BLUEBRIDGE_ENDPOINT');
        $before = $this->keptEndpoint();
        putenv('BBB_SECRET=another secret');
        [$code, $told] = $this->outcomeOf(Probe::class, ['endpoint' => $endpoint, '--allow-local' => true, '--save' => true]);
        self::assertSame([1, $before], [$code, $this->keptEndpoint()]);
        self::assertStringContainsString('secret', $told);
        [$code, $told] = $this->outcomeOf(Probe::class, ['endpoint' => $endpoint]);
        self::assertSame(1, $code);
        self::assertStringContainsString('--allow-local', $told);
    }

    public function testRoomsAreListedWithWhoIsInThem(): void
    {
        $room = $this->roomFor(20, 30);
        $other = $this->roomOf('bob', 'Chemistry');
        $this->opened($room);
        $this->comeIn($room);
        $this->passMs(30_000);
        $this->as('alice')->api('GET', "rooms/{$room}/status");
        [$code, $told] = $this->outcomeOf(Rooms::class, ['--output' => 'json']);
        self::assertSame(0, $code);
        self::assertSame([
            ['id' => $room, 'name' => 'Maths', 'owner' => 'alice', 'archived' => '', 'people' => '1'],
            ['id' => $other, 'name' => 'Chemistry', 'owner' => 'bob', 'archived' => '', 'people' => ''],
        ], json_decode($told, true));
        [, $told] = $this->outcomeOf(Rooms::class, ['--owner' => 'bob']);
        self::assertStringContainsString('Chemistry', $told);
        self::assertStringNotContainsString('Maths', $told);
    }

    public function testMeetingsThatRunAreListed(): void
    {
        $room = $this->roomFor(20, 30);
        $this->roomOf('bob', 'Chemistry');
        self::assertSame([0, "[]\n"], $this->outcomeOf(Meetings::class, ['--output' => 'json']));
        $this->opened($room);
        $this->comeIn($room);
        [$code, $told] = $this->outcomeOf(Meetings::class, ['--output' => 'json']);
        $rows = json_decode($told, true);
        self::assertIsArray($rows);
        self::assertSame([0, [$room], ['Maths'], [1]], [$code, ...array_map(static fn (string $of): array => array_column($rows, $of), ['room', 'name', 'people'])]);
        self::assertStringContainsString('Maths', $this->outcomeOf(Meetings::class, [])[1]);
        $this->disconnect();
        self::assertSame(1, $this->outcomeOf(Meetings::class, [])[0]);
    }

    public function testAMeetingIsEndedByTheRoomWhenSomebodySaysYes(): void
    {
        $room = $this->roomFor(20, 30);
        $this->opened($room);
        $this->comeIn($room);
        self::assertSame(1, $this->outcomeOf(Meetings::class, ['--end' => '999', '--yes' => true])[0]);
        [$code, $told] = $this->outcomeOf(Meetings::class, ['--end' => (string) $room], ['no']);
        self::assertSame([1, 0], [$code, $this->callsOf('end')]);
        self::assertStringContainsString('Nothing was ended.', $told);
        self::assertSame(0, $this->outcomeOf(Meetings::class, ['--end' => (string) $room], ['yes'])[0]);
        self::assertSame(1, $this->callsOf('end'));
        $this->passMs(10_000);
        self::assertSame([0, "[]\n"], $this->outcomeOf(Meetings::class, ['--output' => 'json']));
    }

    public function testRecordingsAreComparedWithTheServers(): void
    {
        $room = $this->roomFor(20, 30);
        $this->opened($room);
        $meetingID = $this->meetingOf($room);
        $recording = ['recordID' => sha1($meetingID) . '-1700000000000', 'meetingID' => $meetingID, 'name' => 'Lesson one', 'state' => 'published'];
        $this->control('seed?tenant=hoster', ['recordings' => [$recording]]);
        self::assertSame([0, "Changes: 1\n"], $this->outcomeOf(Sync::class, []));
        self::assertSame(['Lesson one'], array_column($this->dataOf($this->as('alice')->api('GET', "rooms/{$room}/recordings")), 'name'));
        self::assertSame([0, "Changes: 0\n"], $this->outcomeOf(Sync::class, []));
    }

    public function testMeetingsWhoseTimeHasComeAreEnded(): void
    {
        $room = $this->roomFor(20, 4);
        $this->opened($room);
        self::assertSame(0, $this->outcomeOf(EndDue::class, [])[0]);
        self::assertSame(0, $this->callsOf('end'));
        $this->passMinutes(4);
        [$code, $told] = $this->outcomeOf(EndDue::class, ['--seconds' => '0']);
        self::assertSame([0, 1], [$code, $this->callsOf('end')]);
        self::assertStringStartsWith('Meetings looked at: 1, ', $told);
    }

    public function testAnEndThatFailsFailsTheCommand(): void
    {
        $room = $this->roomFor(20, 4);
        $this->opened($room);
        $this->passMinutes(4);
        $this->answering()->answer('*', 'not XML');
        [$code, $told] = $this->outcomeOf(EndDue::class, []);
        self::assertSame(1, $code);
        self::assertStringEndsWith("failed: 1\n", $told);
    }

    private function keptEndpoint(): string
    {
        return $this->service(ServerSettingsStore::class)->read()->endpoint;
    }

    /**
     * @param class-string<Command> $class
     * @param array<string, mixed> $input
     * @param list<string> $answers typed when the command asks
     * @return array{int, string}
     */
    private function outcomeOf(string $class, array $input, array $answers = []): array
    {
        $tester = (new CommandTester($this->service($class)))->setInputs($answers);
        $code = $tester->execute($input);

        return [$code, $tester->getDisplay(true)];
    }
}
