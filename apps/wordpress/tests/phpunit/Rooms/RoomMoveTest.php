<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Tests\Rooms;

use Bluebridge\WordPress\Meetings\MeetingWatches;
use Bluebridge\WordPress\Rooms\StoredRoom;
use Bluebridge\WordPress\Server\RoomServers;
use Bluebridge\WordPress\Server\SealedText;
use Bluebridge\WordPress\Server\ServerSettings;
use Bluebridge\WordPress\Server\ServerSettingsStore;
use Bluebridge\WordPress\Tests\RoomTestCase;
use Bluebridge\WordPress\Tests\Site;
use WP_REST_Response;

/** On which of several servers a room meets. */
final class RoomMoveTest extends RoomTestCase
{
    private const SECOND = 'second';

    protected function setUp(): void
    {
        parent::setUp();
        $secret = (string) getenv('BLUEBRIDGE_SECRET');
        $this->keepSecond(new ServerSettings(Site::simulator() . '/balancer/bigbluebutton/', $secret, 'scalelite', name: 'Second'));
    }

    public function testAnAdministratorIsOfferedTheServersAndNobodyElse(): void
    {
        $room = $this->roomOf('editor');
        $this->actAs('admin');
        self::assertSame('', $this->told($room)['server'] ?? null);
        $form = (array) $this->rest('GET', "/bluebridge/v1/rooms/{$room->id}/form")->get_data();
        self::assertSame([['id' => '', 'name' => 'The usual one'], ['id' => self::SECOND, 'name' => 'Second']], $form['servers'] ?? null);
        $this->actAs('editor');
        self::assertArrayNotHasKey('server', $this->told($room));
        $form = (array) $this->rest('GET', "/bluebridge/v1/rooms/{$room->id}/form")->get_data();
        self::assertSame([], $form['servers'] ?? null);
    }

    public function testWhereThereIsOneServerThereIsNothingToChoose(): void
    {
        delete_option(ServerSettingsStore::OTHERS);
        $room = $this->roomOf('author');
        $this->actAs('admin');
        $form = (array) $this->rest('GET', "/bluebridge/v1/rooms/{$room->id}/form")->get_data();
        self::assertSame([], $form['servers'] ?? null);
        self::assertSame(400, $this->move($room)->get_status());
    }

    public function testOnlyAnAdministratorMovesARoom(): void
    {
        $room = $this->roomOf('author');
        foreach (['author', 'editor'] as $login) {
            $this->actAs($login);
            self::assertSame(403, $this->move($room)->get_status(), $login);
        }
        self::assertSame('', (new RoomServers())->ofRoom($room->id));
        $this->actAs('admin');
        self::assertSame(self::SECOND, ((array) $this->move($room)->get_data())['server'] ?? null);
        $reply = $this->move($room, 'nowhere');
        self::assertSame([400, 'bluebridge_server_unknown'], [$reply->get_status(), $reply->as_error()?->get_error_code()]);
        self::assertSame(self::SECOND, (new RoomServers())->ofRoom($room->id));
    }

    public function testARoomIsToldAsItsNewServerSeesIt(): void
    {
        $room = $this->roomOf('author');
        $this->actAs('admin');
        $this->move($room);
        $this->traffic->forget();
        self::assertSame(200, $this->rest('POST', "/bluebridge/v1/rooms/{$room->id}/start")->get_status());
        $meetings = wp_remote_retrieve_body(wp_remote_get(Site::simulator() . '/control/state?tenant=balancer'));
        self::assertStringContainsString($room->meetingID, $meetings);
    }

    /** It would be lost from view: nobody could end it from here, and others would open a second one. */
    public function testARoomStaysWhileAMeetingRuns(): void
    {
        $room = $this->roomOf('author');
        $this->actAs('admin');
        self::assertSame(200, $this->rest('POST', "/bluebridge/v1/rooms/{$room->id}/start")->get_status());
        $reply = $this->move($room);
        self::assertSame([409, 'bluebridge_meeting_running'], [$reply->get_status(), $reply->as_error()?->get_error_code()]);
        self::assertSame('', (new RoomServers())->ofRoom($room->id));
        // What else is said of the room does not move it.
        $same = $this->rest('PATCH', "/bluebridge/v1/rooms/{$room->id}", ['title' => 'Physics', 'server' => '']);
        self::assertSame(200, $same->get_status());

        $this->traffic->resetSimulator();
        // As if the answer were a while ago.
        (new MeetingWatches())->forget($room->meetingID);
        self::assertSame(200, $this->move($room)->get_status());
    }

    public function testARoomLeavesAServerThatIsDown(): void
    {
        $room = $this->roomOf('author');
        $this->actAs('admin');
        $this->traffic->breakDown();
        self::assertSame(200, $this->move($room)->get_status());
        // The trouble of the former server says nothing about the new one.
        $this->traffic->recover();
        self::assertSame(200, $this->rest('POST', "/bluebridge/v1/rooms/{$room->id}/start")->get_status());
    }

    private function move(StoredRoom $room, string $server = self::SECOND): WP_REST_Response
    {
        return $this->rest('PATCH', "/bluebridge/v1/rooms/{$room->id}", ['server' => $server]);
    }

    /** @return array<array-key, mixed> */
    private function told(StoredRoom $room): array
    {
        return (array) $this->rest('GET', "/bluebridge/v1/rooms/{$room->id}")->get_data();
    }

    private function keepSecond(ServerSettings $settings): void
    {
        (new ServerSettingsStore(new SealedText()))->keep($settings, self::SECOND);
    }
}
