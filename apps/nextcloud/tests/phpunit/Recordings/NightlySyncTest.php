<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Tests\Recordings;

use OCA\Bluebridge\BackgroundJob\SyncRecordings;
use OCA\Bluebridge\Command\Sync;
use OCA\Bluebridge\Db\RecordingMapper;
use OCA\Bluebridge\Db\Room;
use OCA\Bluebridge\Db\RoomMapper;
use OCA\Bluebridge\Recording\RecordingsRound;
use OCA\Bluebridge\Server\ServerSettings;
use OCA\Bluebridge\Server\ServerSettingsStore;
use OCA\Bluebridge\Tests\MeetingTestCase;
use Symfony\Component\Console\Tester\CommandTester;

/** All rooms are compared with their servers, each night and by hand. The second server is the simulator by its other name. */
final class NightlySyncTest extends MeetingTestCase
{
    protected function setUp(): void
    {
        parent::setUp();
        $this->control('reset', []);
        $this->host->clock->advance((int) (microtime(true) * 1000) - (int) $this->host->clock->now()->format('Uv'));
    }

    protected function tearDown(): void
    {
        $this->control('reset', []);
        parent::tearDown();
    }

    public function testMoreRoomsThanOneQuestionHoldsAreAllLookedAt(): void
    {
        $rooms = array_map(fn (int $number): Room => $this->opened("Room {$number}"), range(1, 83));
        $never = $this->opened('Never opened', openedAt: 0);
        $seen = [$rooms[0], $rooms[39], $rooms[40], $rooms[79], $rooms[82]];
        array_map($this->record(...), [...$seen, $never]);
        self::assertSame(5, $this->go());
        self::assertSame(3, $this->callsOf('getRecordings'));
        self::assertSame(array_fill(0, 5, 1), array_map($this->recordingsOf(...), $seen));
        self::assertSame([0, 0], [$this->recordingsOf($rooms[1]), $this->recordingsOf($never)]);
        self::assertSame(0, $this->go());
    }

    public function testEachServerIsAskedForItsOwnRooms(): void
    {
        $other = $this->addSecond((string) getenv('BLUEBRIDGE_ENDPOINT'));
        [$here, $there] = [$this->opened('Here'), $this->opened('There', $other)];
        array_map($this->record(...), [$here, $there]);
        self::assertSame(2, $this->go());
        $asked = [];
        foreach ($this->host->http->sent() as $sent) {
            parse_str((string) parse_url($sent['url'], PHP_URL_QUERY), $query);
            $asked[] = [parse_url($sent['url'], PHP_URL_HOST), $query['meetingID'] ?? ''];
        }
        self::assertSame([['127.0.0.1', $here->getMeetingId()], ['localhost', $there->getMeetingId()]], $asked);
    }

    public function testAServerThatFailsHoldsUpNoOtherAndLosesNothing(): void
    {
        $other = $this->addSecond((string) getenv('BLUEBRIDGE_ENDPOINT'));
        [$here, $there] = [$this->opened('Here'), $this->opened('There', $other)];
        $this->record($here);
        self::assertSame(1, $this->go());
        $this->record($there);
        $this->disconnect();
        for ($night = 0; $night < 3; $night++) {
            self::assertSame($night === 0 ? 1 : 0, $this->go());
        }
        self::assertSame([1, 1], [$this->recordingsOf($here), $this->recordingsOf($there)]);
        $kept = $this->host->container->get(RecordingMapper::class)->ofRoom($here->getId())[0];
        self::assertArrayNotHasKey('missingSince', $kept->known());
    }

    public function testWithoutAServerNothingIsAsked(): void
    {
        $this->opened('Here');
        $this->host->settings->deleteKey('bluebridge', 'server');
        $this->host->container->forgetApp();
        self::assertSame(0, $this->go());
        self::assertSame([], $this->host->http->sent());
    }

    public function testTheJobLooksOnceADay(): void
    {
        $this->record($this->opened('Here'));
        $job = $this->host->container->get(SyncRecordings::class);
        self::assertFalse($job->getAllowParallelRuns());
        $job->start($this->host->jobs);
        $job->setLastRun($this->host->clock->getTime());
        $this->host->clock->advance(80_000_000);
        $job->start($this->host->jobs);
        self::assertSame(1, $this->callsOf('getRecordings'));
        $this->host->clock->advance(10_000_000);
        $job->start($this->host->jobs);
        self::assertSame(2, $this->callsOf('getRecordings'));
    }

    public function testTheCommandSaysHowMuchChanged(): void
    {
        array_map(fn (string $name) => $this->record($this->opened($name)), ['First', 'Second']);
        foreach (["Changes: 2\n", "Changes: 0\n"] as $told) {
            $this->host->container->forgetApp();
            $tester = new CommandTester($this->host->container->get(Sync::class));
            self::assertSame([0, $told], [$tester->execute([]), $tester->getDisplay(true)]);
        }
    }

    private function go(): int
    {
        $this->host->container->forgetApp();

        return $this->host->container->get(RecordingsRound::class)->go();
    }

    /** Makes a room that has had a meeting. */
    private function opened(string $name, string $server = '', int $openedAt = 1): Room
    {
        $room = new Room();
        $room->setToken(bin2hex(random_bytes(12)));
        $room->setMeetingId('nc-' . bin2hex(random_bytes(20)));
        $room->setOwnerId('alice');
        $room->setName($name);
        $room->setOpenedAt($openedAt);
        $room->setServer($server);

        return $this->host->container->get(RoomMapper::class)->insert($room);
    }

    private function record(Room $room): void
    {
        $this->control('seed', ['recordings' => [
            ['recordID' => sha1($room->getMeetingId()) . '-1700000000000', 'meetingID' => $room->getMeetingId(), 'name' => 'Lesson', 'state' => 'published'],
        ]]);
    }

    private function recordingsOf(Room $room): int
    {
        return count($this->host->container->get(RecordingMapper::class)->ofRoom($room->getId()));
    }

    /** Adds the simulator once more, by its other name. */
    private function addSecond(string $endpoint): string
    {
        $settings = new ServerSettings(str_replace('127.0.0.1', 'localhost', $endpoint), (string) getenv('BLUEBRIDGE_SECRET'), allowsLocal: true, name: 'Second');
        (new ServerSettingsStore($this->host->settings))->write($settings, 'second');

        return 'second';
    }
}
