<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Tests;

use Bluebridge\WordPress\Meetings\Entry;
use Bluebridge\WordPress\Meetings\MeetingInfos;
use Bluebridge\WordPress\Meetings\Meetings;
use Bluebridge\WordPress\Meetings\MeetingWatches;
use Bluebridge\WordPress\Rooms\RoomStore;
use Bluebridge\WordPress\Rooms\StoredRoom;
use Bluebridge\WordPress\Seats\PlannedMeeting;
use Bluebridge\WordPress\Seats\PlannedMeetings;
use Bluebridge\WordPress\Seats\SeatServices;
use Bluebridge\WordPress\Server\SealedText;
use Bluebridge\WordPress\Server\Servers;
use Bluebridge\WordPress\Server\ServerSettingsStore;
use Bluebridge\WordPress\Server\WordPressTransport;
use RuntimeException;

/** A test with rooms that meet on the account of a hoster, which has fifty seats, at the time of this machine. */
abstract class HosterTestCase extends RoomTestCase
{
    private const MINUTE = 60_000;

    protected SeatServices $seats;

    protected PlannedMeetings $planned;

    protected MeetingWatches $watches;

    /** @var array<string, string|false> */
    private array $before = [];

    protected function setUp(): void
    {
        parent::setUp();
        $this->say('BLUEBRIDGE_ENDPOINT', Site::simulator() . '/hoster/de/bbb-integration/');
        $this->say('BLUEBRIDGE_DIALECT', 'integration');
        $this->say('BLUEBRIDGE_SEATS', '50');
        $settings = new ServerSettingsStore(new SealedText());
        $servers = new Servers($settings, new WordPressTransport());
        // A meeting to which nobody comes stays.
        add_filter('bluebridge_create_params', static fn (array $params): array => ['meetingExpireIfNoUserJoinedInMinutes' => 600] + $params);
        // The server's clock and ours go together.
        $this->clock = new TestClock((int) (microtime(true) * 1000));
        $this->watches = new MeetingWatches();
        $this->planned = new PlannedMeetings();
        $this->infos = new MeetingInfos($servers, $this->watches, $this->clock);
        $this->seats = new SeatServices(static fn (): Servers => $servers, $settings, new RoomStore(), $this->watches, $this->clock);
        $this->meetings = new Meetings($servers, $this->infos, $this->clock, places: $this->seats->places());
    }

    protected function tearDown(): void
    {
        foreach ($this->before as $name => $value) {
            putenv($value === false ? $name : "{$name}={$value}");
        }
        parent::tearDown();
    }

    /** Sets a variable of the environment until the test is over. */
    protected function say(string $name, string $value): void
    {
        $this->before += [$name => getenv($name)];
        putenv("{$name}={$value}");
    }

    /** Makes a room of a size. */
    protected function roomFor(int $seats, int $minutes, string $login = 'author', string $title = 'Maths'): StoredRoom
    {
        return $this->roomOf($login, ['maxParticipants' => $seats, 'durationMinutes' => $minutes], title: $title);
    }

    /**
     * Lets a moderator open a room.
     *
     * @param list<string> $evicts
     */
    protected function openRoom(StoredRoom $room, array $evicts = []): Entry
    {
        return $this->meetings->enter($room, self::moderator(), true, 'https://example.org/', $evicts);
    }

    protected function meetingOf(StoredRoom $room): PlannedMeeting
    {
        return $this->planned->openIn($room->id) ?? throw new RuntimeException("Nothing is planned in {$room->title}.");
    }

    /** Lets minutes pass, here and for the server. */
    protected function passMinutes(int $minutes): void
    {
        $this->passMs($minutes * self::MINUTE);
    }

    protected function passMs(int $milliseconds): void
    {
        $this->clock->sleep($milliseconds);
        $this->traffic->advanceSimulator($milliseconds);
    }

    /** Lets somebody come into the meeting of a room. */
    protected function join(StoredRoom $room, string $userID = 'wp1-3'): void
    {
        $attendee = ['userID' => $userID, 'fullName' => 'Ada', 'role' => 'MODERATOR'];
        $this->traffic->control('act?tenant=hoster', ['kind' => 'join', 'meetingID' => $room->meetingID, 'attendee' => $attendee]);
    }

    /** @return list<string> the calls of one name that the server got */
    protected function callsOf(string $name): array
    {
        return array_values(array_filter($this->traffic->calls(), static fn (string $call): bool => $call === $name));
    }
}
