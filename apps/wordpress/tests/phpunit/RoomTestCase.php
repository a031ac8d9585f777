<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Tests;

use Bluebridge\WordPress\Meetings\MeetingInfos;
use Bluebridge\WordPress\Meetings\Meetings;
use Bluebridge\WordPress\Meetings\MeetingWatches;
use Bluebridge\WordPress\Rooms\RoomStore;
use Bluebridge\WordPress\Rooms\StoredRoom;
use Bluebridge\WordPress\Server\SealedText;
use Bluebridge\WordPress\Server\Servers;
use Bluebridge\WordPress\Server\ServerSettingsStore;
use Bluebridge\WordPress\Server\WordPressTransport;
use Bluebridge\WordPress\Vendor\Bluebridge\Core\Rooms\Participant;

/** A test with rooms, whose meetings are on the simulator, and a clock of its own. */
abstract class RoomTestCase extends WordPressTestCase
{
    protected TestClock $clock;

    protected MeetingInfos $infos;

    protected Meetings $meetings;

    protected function setUp(): void
    {
        parent::setUp();
        $this->traffic->resetSimulator();
        $this->traffic->forget();
        $servers = new Servers(new ServerSettingsStore(new SealedText()), new WordPressTransport());
        $this->clock = new TestClock();
        $this->infos = new MeetingInfos($servers, new MeetingWatches(), $this->clock);
        $this->meetings = new Meetings($servers, $this->infos, $this->clock);
    }

    /**
     * Makes a room of somebody.
     *
     * @param array<string, string|int|bool> $settings
     */
    protected function roomOf(string $login, array $settings = [], string $status = 'publish', string $title = 'Maths'): StoredRoom
    {
        $before = get_current_user_id();
        $this->actAs($login);
        $room = (new RoomStore())->add($title, $status, $settings);
        wp_set_current_user($before);

        return $room;
    }

    protected static function moderator(): Participant
    {
        return new Participant('wp1-3', 'Ms Lovelace', true);
    }

    protected static function guest(string $userID = 'guest-1'): Participant
    {
        return new Participant($userID, 'Ada', false, isGuest: true);
    }
}
