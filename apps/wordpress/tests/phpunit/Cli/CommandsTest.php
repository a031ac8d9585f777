<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Tests\Cli;

use Bluebridge\WordPress\Administration;
use Bluebridge\WordPress\Cli\CliModule;
use Bluebridge\WordPress\Rooms\StoredRoom;
use Bluebridge\WordPress\Services;
use Bluebridge\WordPress\Tests\RoomTestCase;
use WP_CLI;

final class CommandsTest extends RoomTestCase
{
    protected function setUp(): void
    {
        parent::setUp();
        if (!class_exists(WP_CLI::class, false)) {
            require __DIR__ . '/WP_CLI.php';
        }
        WP_CLI::$commands = [];
        WP_CLI::$printed = [];
        $administration = new Administration(new Services(dirname(__DIR__, 3) . '/bluebridge.php'));
        (new CliModule($administration->commands(...)))->add();
    }

    public function testEveryCommandIsThereAndDescribed(): void
    {
        $names = array_keys(WP_CLI::$commands);
        sort($names);
        self::assertSame(array_map(
            static fn (string $name): string => "bluebridge {$name}",
            ['end-due', 'import', 'meetings', 'probe', 'recordings', 'rooms', 'sync'],
        ), $names);
        foreach (WP_CLI::$commands as $name => $command) {
            self::assertIsString($command['help']['shortdesc'], $name);
            self::assertIsArray($command['help']['synopsis'], $name);
        }
    }

    public function testProbeSaysWhatTheServerIs(): void
    {
        $printed = $this->typed('probe');
        self::assertStringStartsWith('Success: Connected to', $printed[0]);
        self::assertStringNotContainsString((string) getenv('BLUEBRIDGE_SECRET'), implode($printed));
        $this->traffic->breakDown();
        $printed = $this->typed('probe');
        self::assertStringStartsWith('Warning: The server cannot be reached', $printed[0]);
        self::assertSame('Error: 1 server cannot be used.', $printed[1]);
    }

    public function testRoomsAreListed(): void
    {
        $room = $this->roomOf('author', [], 'publish', 'Physics');
        $printed = $this->typed('rooms', options: ['format' => 'json', 'search' => 'Phys']);
        self::assertSame(
            "json: [{\"id\":{$room->id},\"title\":\"Physics\",\"status\":\"publish\",\"author\":{$room->authorId},\"server\":\"usual\"}]",
            $printed[0],
        );
        self::assertSame([], $this->traffic->calls());
    }

    public function testARoomIsMovedToAServerThatIsThere(): void
    {
        $room = $this->roomOf('author');
        self::assertSame('Error: There is no such server.', $this->typed('rooms', [(string) $room->id], ['server' => 'x'])[0]);
        self::assertStringStartsWith('Success:', $this->typed('rooms', [(string) $room->id], ['server' => 'usual'])[0]);
        self::assertSame('Error: There is no such room.', $this->typed('rooms', ['999999'], ['server' => 'usual'])[0]);
    }

    public function testMeetingsAreListedAndEnded(): void
    {
        $room = $this->opened();
        $printed = $this->typed('meetings');
        self::assertStringContainsString("{\"room\":{$room->id},\"title\":\"Maths\"", $printed[0]);
        $printed = $this->typed('meetings', options: ['end' => (string) $room->id, 'yes' => '1']);
        self::assertSame(['Not asked', 'Success: The meeting is over.'], $printed);
        self::assertSame('table: []', $this->typed('meetings')[0]);
    }

    public function testRecordingsAreListedWithoutAskingAServer(): void
    {
        $this->roomOf('author');
        self::assertSame('table: []', $this->typed('recordings')[0]);
        self::assertSame([], $this->traffic->calls());
    }

    public function testSyncAsksForTheRecordingsOfAllRooms(): void
    {
        $this->roomOf('author', ['record' => true]);
        $printed = $this->typed('sync', options: ['all' => '1']);
        self::assertMatchesRegularExpression('/^Success: Rooms: [1-9]\d*, changes: 0, failed: 0\.$/', $printed[0]);
        self::assertContains('getRecordings', $this->traffic->calls());
    }

    public function testEndDueTellsWhatItDid(): void
    {
        self::assertSame(['Success: Meetings looked at: 0, warned: 0, ended: 0, failed: 0.'], $this->typed('end-due', options: ['seconds' => '1']));
    }

    private function opened(): StoredRoom
    {
        $room = $this->roomOf('author');
        $this->actAs('author');
        self::assertSame(200, $this->rest('POST', "/bluebridge/v1/rooms/{$room->id}/start")->get_status());
        $this->actAsVisitor();

        return $room;
    }

    /**
     * @param list<string> $arguments
     * @param array<string, string> $options
     * @return non-empty-list<string> what was printed
     */
    private function typed(string $command, array $arguments = [], array $options = []): array
    {
        WP_CLI::$printed = [];
        (WP_CLI::$commands["bluebridge {$command}"]['run'])($arguments, $options);
        self::assertNotSame([], WP_CLI::$printed);

        return WP_CLI::$printed;
    }
}
