<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Tests\Recordings;

use Bluebridge\WordPress\Recordings\IndexKeeper;
use Bluebridge\WordPress\Recordings\Recording;
use Bluebridge\WordPress\Recordings\RecordingIndex;
use Bluebridge\WordPress\Recordings\RecordingLists;
use Bluebridge\WordPress\Recordings\RecordingServers;
use Bluebridge\WordPress\Recordings\RecordingsUpdate;
use Bluebridge\WordPress\Recordings\SyncSchedule;
use Bluebridge\WordPress\Recordings\VisibleTo;
use Bluebridge\WordPress\Rooms\RoomStore;
use Bluebridge\WordPress\Rooms\StoredRoom;
use Bluebridge\WordPress\Server\SealedText;
use Bluebridge\WordPress\Server\Servers;
use Bluebridge\WordPress\Server\ServerSettingsStore;
use Bluebridge\WordPress\Server\WordPressTransport;
use Bluebridge\WordPress\Tests\RoomTestCase;
use Bluebridge\WordPress\Tests\Site;

/** A test with recordings, which are on the simulator. */
abstract class RecordingTestCase extends RoomTestCase
{
    protected RecordingIndex $index;

    protected RecordingLists $lists;

    protected SyncSchedule $schedule;

    protected RecordingServers $servers;

    protected RecordingsUpdate $update;

    /** Which of the simulator's servers has the recordings; empty for the usual one. */
    protected string $tenant = '';

    protected function setUp(): void
    {
        parent::setUp();
        $settings = new ServerSettingsStore(new SealedText());
        $this->servers = new RecordingServers(new Servers($settings, new WordPressTransport()), $settings);
        $this->index = new RecordingIndex();
        $this->lists = new RecordingLists($this->clock);
        $this->schedule = new SyncSchedule($this->lists, $this->clock);
        $this->update = new RecordingsUpdate(
            new RoomStore(),
            $this->servers,
            $this->index,
            $this->lists,
            $this->keeper(),
            $this->schedule,
            $this->clock,
        );
    }

    protected function keeper(): IndexKeeper
    {
        return new IndexKeeper($this->servers, $this->index, $this->lists, $this->clock);
    }

    /**
     * Puts recordings of a room on the server.
     *
     * @param array<string, mixed> ...$seeds
     */
    protected function seed(StoredRoom $room, array ...$seeds): void
    {
        $usual = ['meetingID' => $room->meetingID, 'name' => 'Lesson'];
        $recordings = array_map(static fn (array $seed): array => $seed + $usual, $seeds);
        $response = wp_remote_post(Site::simulator() . "/control/seed?tenant={$this->tenant}", [
            'headers' => ['Content-Type' => 'application/json'],
            'body' => (string) wp_json_encode(['recordings' => $recordings]),
        ]);
        self::assertSame(200, wp_remote_retrieve_response_code($response), wp_remote_retrieve_body($response));
    }

    /**
     * Puts one recording on the server and into our index.
     *
     * @param array<string, mixed> $seed
     */
    protected function recordingIn(StoredRoom $room, array $seed = []): Recording
    {
        $recordID = is_string($seed['recordID'] ?? null) ? $seed['recordID'] : sha1($room->meetingID) . '-1700000000000';
        $this->seed($room, ['recordID' => $recordID] + $seed);
        $this->clock->sleep(10_000);
        self::assertTrue($this->update->ask($room));
        $this->traffic->forget();
        $recording = $this->index->named($room->id, $recordID);
        self::assertNotNull($recording);

        return $recording;
    }

    /** @param array<string, string|int|bool> $settings */
    protected function roomShownTo(VisibleTo $visibleTo, array $settings = []): StoredRoom
    {
        $room = $this->roomOf('author', $settings);
        VisibleTo::keep($room, $visibleTo);

        return $room;
    }

    /** @return list<string> what the server calls the recordings of a room in our index, and how they stand */
    protected function standing(StoredRoom $room): array
    {
        return array_map(
            static fn (Recording $each): string => "{$each->recordID()} " . ($each->shownTo('moderator')['status'] ?? ''),
            $this->index->ofRoom($room->id),
        );
    }
}
