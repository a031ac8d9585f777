<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Tests\Policies;

use Bluebridge\WordPress\Policies\Policies;
use Bluebridge\WordPress\Policies\PolicyStore;
use Bluebridge\WordPress\Policies\RoomLimit;
use Bluebridge\WordPress\Rooms\Rights;
use Bluebridge\WordPress\Tests\RoomTestCase;

/** How many rooms somebody may have, on every way to make one. */
final class RoomLimitTest extends RoomTestCase
{
    protected function setUp(): void
    {
        parent::setUp();
        (new PolicyStore())->keep(new Policies(mostRooms: ['author' => 2]), false);
    }

    public function testNobodyGetsOneRoomMoreThanTheirRoleMayHave(): void
    {
        $this->actAs('author');
        $make = fn (): int => $this->rest('POST', '/bluebridge/v1/rooms', ['title' => 'Maths'])->get_status();
        self::assertSame([201, 201, 403], [$make(), $make(), $make()]);
        self::assertFalse(current_user_can(Rights::CREATE));
        // The right that WordPress' own screens and XML-RPC ask for.
        self::assertSame(Rights::CREATE, get_post_type_object('bluebridge_room')->cap->create_posts ?? null);
    }

    public function testADraftCountsAndARoomInTheBinDoesNot(): void
    {
        $first = $this->roomOf('author', [], 'draft')->id;
        $this->roomOf('author');
        self::assertSame(0, RoomLimit::leftFor($this->person('author')));
        wp_trash_post($first);
        self::assertSame(1, RoomLimit::leftFor($this->person('author')));
    }

    public function testARoomDoesNotComeBackFromTheBinOverTheLimit(): void
    {
        $first = $this->roomOf('author')->id;
        wp_trash_post($first);
        $this->roomOf('author');
        $this->roomOf('author');
        self::assertFalse(wp_untrash_post($first));
        self::assertSame('trash', get_post_status($first));
    }

    public function testOthersAreNotLimited(): void
    {
        self::assertNull(RoomLimit::leftFor($this->person('editor')));
        $this->actAs('editor');
        self::assertTrue(current_user_can(Rights::CREATE));
        $this->actAs('subscriber');
        self::assertFalse(current_user_can(Rights::CREATE));
    }

    public function testOfSeveralRolesTheMostGenerousCounts(): void
    {
        $user = $this->person('author');
        $policies = new Policies(mostRooms: ['author' => 2, 'contributor' => 5]);
        self::assertSame(2, $policies->mostRooms($user));
        $user->add_role('contributor');
        self::assertSame(5, $policies->mostRooms($user));
        $user->add_role('editor');
        self::assertNull($policies->mostRooms($user));
    }

    public function testNobodyIsHandedOneRoomTooMany(): void
    {
        $this->roomOf('author');
        $this->roomOf('author');
        $id = $this->roomOf('colleague')->id;
        $this->actAs('editor');
        $reply = $this->rest('PATCH', "/bluebridge/v1/rooms/{$id}", ['author' => $this->person('author')->ID]);
        self::assertSame([400, 'bluebridge_invalid_author'], [$reply->get_status(), $reply->as_error()?->get_error_code()]);
    }
}
