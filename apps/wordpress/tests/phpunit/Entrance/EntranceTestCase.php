<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Tests\Entrance;

use Bluebridge\WordPress\Access\AccessStore;
use Bluebridge\WordPress\Access\CodeCheck;
use Bluebridge\WordPress\Access\Invitations;
use Bluebridge\WordPress\Access\Passes;
use Bluebridge\WordPress\Access\Throttle;
use Bluebridge\WordPress\BuiltFiles;
use Bluebridge\WordPress\Entrance\Doors;
use Bluebridge\WordPress\Entrance\DoorSigns;
use Bluebridge\WordPress\Entrance\Entrance;
use Bluebridge\WordPress\Entrance\EntrancePage;
use Bluebridge\WordPress\Entrance\InvitationDoor;
use Bluebridge\WordPress\Http\Answer;
use Bluebridge\WordPress\People\GuestCookie;
use Bluebridge\WordPress\People\Visitors;
use Bluebridge\WordPress\Rooms\RoomStore;
use Bluebridge\WordPress\Rooms\StoredRoom;
use Bluebridge\WordPress\Tests\KeptCookies;
use Bluebridge\WordPress\Tests\RoomTestCase;

/** A test at the door of a room. The browser keeps the cookies it gets, until it is another one. */
abstract class EntranceTestCase extends RoomTestCase
{
    /** What a browser says by itself when a page of this site posts a form. */
    protected const FROM_HERE = ['HTTP_SEC_FETCH_SITE' => 'same-origin'];

    protected Invitations $invitations;

    protected AccessStore $access;

    private KeptCookies $cookies;

    protected function setUp(): void
    {
        parent::setUp();
        $this->invitations = new Invitations($this->clock);
        $this->access = new AccessStore();
        $this->useAnotherBrowser();
    }

    protected function useAnotherBrowser(): void
    {
        $this->cookies = new KeptCookies();
        $_COOKIE = [];
    }

    protected function look(StoredRoom $room): Answer
    {
        $_POST = [];

        return $this->entrance()->answer($room->id, $room->doorKey(), false);
    }

    /**
     * Comes by the parameters of an address that the test has set.
     *
     * @param array<string, string> $headers
     */
    protected function comeByAddress(StoredRoom $room, array $headers): Answer
    {
        $this->send([], $headers);

        return $this->entrance()->answer($room->id, $room->doorKey(), false);
    }

    /**
     * @param array<string, string> $fields
     * @param array<string, string> $headers
     */
    protected function post(StoredRoom $room, array $fields, array $headers = self::FROM_HERE): Answer
    {
        $this->send($fields, $headers);
        $answer = $this->entrance()->answer($room->id, $room->doorKey(), true);
        $this->keepCookies();

        return $answer;
    }

    protected function lookAtLink(string $token): Answer
    {
        $_POST = [];
        $answer = $this->invitationDoor()->answer($token, false);
        $this->keepCookies();

        return $answer;
    }

    /**
     * @param array<string, string> $fields
     * @param array<string, string> $headers
     */
    protected function postToLink(string $token, array $fields, array $headers = self::FROM_HERE): Answer
    {
        $this->send($fields, $headers);
        $answer = $this->invitationDoor()->answer($token, true);
        $this->keepCookies();

        return $answer;
    }

    protected function entrance(): Entrance
    {
        $visitors = $this->visitors();

        return new Entrance(
            new Doors(new RoomStore()),
            $this->meetings,
            $this->infos,
            $visitors,
            new DoorSigns($this->meetings, $this->clock),
            new EntrancePage(new BuiltFiles(dirname(__DIR__, 3) . '/bluebridge.php'), $visitors),
            new CodeCheck($this->access, new Throttle($this->clock)),
            $this->invitations,
        );
    }

    private function invitationDoor(): InvitationDoor
    {
        $rooms = new RoomStore();

        return new InvitationDoor(new Doors($rooms), $rooms, $this->invitations, $this->visitors(), $this->entrance(), $this->clock);
    }

    private function visitors(): Visitors
    {
        $passes = new Passes($this->cookies, $this->access, $this->invitations, $this->clock);

        return new Visitors(new GuestCookie($this->cookies), $this->access, $passes);
    }

    /**
     * @param array<string, string> $fields
     * @param array<string, string> $headers
     */
    private function send(array $fields, array $headers): void
    {
        $_POST = $fields;
        foreach ($headers as $name => $value) {
            $_SERVER[$name] = $value;
        }
    }

    private function keepCookies(): void
    {
        $_COOKIE = $this->cookies->values;
    }
}
