<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Tests\Policies;

use Bluebridge\WordPress\Access\AccessSettings;
use Bluebridge\WordPress\Entrance\EntranceForm;
use Bluebridge\WordPress\Policies\Policies;
use Bluebridge\WordPress\Policies\PolicyStore;
use Bluebridge\WordPress\Rooms\Hosts;
use Bluebridge\WordPress\Rooms\Rights;
use Bluebridge\WordPress\Rooms\RoomStore;
use Bluebridge\WordPress\Rooms\StoredRoom;
use Bluebridge\WordPress\Tests\Entrance\EntranceTestCase;

/**
 * Where an administrator wants people to wait for a moderator, nothing a teacher gives away makes one of
 * somebody who may not have rooms.
 */
final class WaitingRuleTest extends EntranceTestCase
{
    private const NAME = ['bluebridge_name' => 'Ada'];

    protected function setUp(): void
    {
        parent::setUp();
        (new PolicyStore())->keep(new Policies(mustWait: true), false);
        $_SERVER['REMOTE_ADDR'] = '192.0.2.8';
    }

    public function testTheModeratorCodeLetsAGuestWaitLikeAnybodyElse(): void
    {
        $room = $this->roomWithCodes(['guestsAllowed' => true]);
        $answer = $this->post($room, self::NAME + ['bluebridge_code' => 'teach-er']);
        self::assertStringContainsString('data-waits="yes"', $answer->body);
        self::assertNotContains('create', $this->traffic->calls());
        $this->meetings->enter($room, self::moderator(), true, 'https://example.org/');
        $this->traffic->control('act', ['kind' => 'join', 'meetingID' => $room->meetingID, 'attendee' => [
            'userID' => 'wp1-3', 'fullName' => 'Ms Lovelace', 'role' => 'MODERATOR',
        ]]);
        $this->clock->sleep(6_000);
        $entered = $this->post($room, self::NAME);
        self::assertStringContainsString('role=VIEWER', $entered->headers['Location'] ?? '');
    }

    public function testTheModeratorCodeOpensNoRoomToARoleThatStaysOut(): void
    {
        $room = $this->roomWithCodes();
        $this->access->keep($room->id, new AccessSettings(['subscriber' => 'none']));
        $this->actAs('subscriber');
        $form = [EntranceForm::NONCE => EntranceForm::nonce($room->id)];
        foreach (['teach-er', 'wrong-wrong'] as $code) {
            $answer = $this->post($room, $form + ['bluebridge_code' => $code]);
            self::assertSame(403, $answer->status);
            self::assertStringContainsString('not open to your account', $answer->body);
            self::assertStringNotContainsString('name="bluebridge_code"', $answer->body);
        }
    }

    public function testNobodyIsAskedForACodeThatMakesNoModeratorOfThem(): void
    {
        $room = $this->roomOf('author', ['guestsAllowed' => true]);
        $this->access->keepCode($room->id, 'moderator', 'teach-er');
        self::assertStringNotContainsString('Moderator code', $this->look($room)->body);
        $this->actAs('colleague');
        self::assertStringContainsString('Moderator code', $this->look($room)->body);
    }

    public function testAnInvitationToModerateLetsAGuestWait(): void
    {
        $room = $this->roomOf('author');
        [, $token] = $this->invitations->make($room->id, 'moderator', '', 0, 0) ?? [null, ''];
        $answer = $this->postToLink($token, self::NAME);
        self::assertStringContainsString('data-waits="yes"', $answer->body);
        self::assertNotContains('create', $this->traffic->calls());
    }

    public function testACodeAndAnInvitationMakeAModeratorOfWhoMayHaveRooms(): void
    {
        $room = $this->roomWithCodes();
        $this->actAs('colleague');
        $form = [EntranceForm::NONCE => EntranceForm::nonce($room->id)];
        $byCode = $this->post($room, $form + ['bluebridge_code' => 'teach-er']);
        self::assertStringContainsString('role=MODERATOR', $byCode->headers['Location'] ?? '');
        $other = $this->roomOf('author');
        [, $token] = $this->invitations->make($other->id, 'moderator', '', 0, 0) ?? [null, ''];
        $byLink = $this->postToLink($token, [EntranceForm::NONCE => EntranceForm::nonce($other->id)]);
        self::assertStringContainsString('role=MODERATOR', $byLink->headers['Location'] ?? '');
    }

    public function testACoHostWhoMayNotHaveRoomsLeadsNone(): void
    {
        $room = $this->roomOf('author');
        (new Hosts([$this->person('subscriber')->ID, $this->person('colleague')->ID]))->keepFor($room->id);
        $this->actAs('subscriber');
        self::assertFalse(current_user_can(Rights::LEAD, $room->id));
        self::assertSame(404, $this->rest('POST', "/bluebridge/v1/rooms/{$room->id}/start")->get_status());
        $this->actAs('colleague');
        self::assertTrue(current_user_can(Rights::LEAD, $room->id));
        (new PolicyStore())->keep(new Policies(), false);
        $this->actAs('subscriber');
        self::assertTrue(current_user_can(Rights::LEAD, $room->id));
    }

    public function testWhoMayHaveRoomsNoMoreLeadsTheirOwnNoMore(): void
    {
        $room = $this->roomOf('author');
        $author = $this->actAs('author');
        $author->set_role('subscriber');
        self::assertSame([false, true], [current_user_can(Rights::LEAD, $room->id), current_user_can(Rights::SEE, $room->id)]);
    }

    public function testWhoChangesTheRoomIsToldWhatCodesAndInvitationsDo(): void
    {
        $room = $this->roomOf('author');
        $this->actAs('author');
        $bound = fn (): mixed => ((array) $this->rest('GET', "/bluebridge/v1/rooms/{$room->id}/access")->get_data())['moderatorsBound'] ?? null;
        self::assertTrue($bound());
        (new PolicyStore())->keep(new Policies(), false);
        self::assertFalse($bound());
    }

    /** @param array<string, string|int|bool> $settings */
    private function roomWithCodes(array $settings = []): StoredRoom
    {
        $room = $this->roomOf('author', $settings);
        $this->access->keepCode($room->id, 'viewer', 'sesame-1');
        $this->access->keepCode($room->id, 'moderator', 'teach-er');

        return (new RoomStore())->find($room->id) ?? $room;
    }
}
