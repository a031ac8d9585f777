<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Tests\Rooms;

use Bluebridge\WordPress\Rooms\Rights;
use Bluebridge\WordPress\Tests\RoomTestCase;

final class RightsTest extends RoomTestCase
{
    public function testTheAuthorAndEditorsLeadARoomAndNobodyElse(): void
    {
        $id = $this->roomOf('author')->id;
        $leads = [];
        foreach (['subscriber', 'contributor', 'colleague', 'author', 'editor', 'admin'] as $login) {
            $leads[$login] = user_can($this->person($login), Rights::LEAD, $id);
        }
        self::assertSame(['author', 'editor', 'admin'], array_keys(array_filter($leads)));
    }

    public function testAContributorLeadsTheirRoomAfterItWasPublished(): void
    {
        $id = $this->roomOf('contributor')->id;
        self::assertTrue(user_can($this->person('contributor'), Rights::LEAD, $id));
        self::assertFalse(user_can($this->person('contributor'), 'edit_post', $id));
    }

    public function testWhoMayHaveRoomsNoMoreLeadsNoneOfTheirs(): void
    {
        $room = $this->roomOf('author');
        $this->person('author')->set_role('subscriber');
        $this->actAs('author');
        self::assertFalse(current_user_can(Rights::LEAD, $room->id));
        self::assertSame(403, $this->rest('POST', "/bluebridge/v1/rooms/{$room->id}/start", ['door' => $room->doorKey()])->get_status());
    }

    public function testARoomInTheBinIsNobodys(): void
    {
        $id = $this->roomOf('author')->id;
        wp_trash_post($id);
        self::assertFalse(user_can($this->person('admin'), Rights::LEAD, $id));
        self::assertFalse(user_can($this->person('admin'), Rights::SEE, $id));
    }

    public function testOnlyAdministratorsConnectTheSite(): void
    {
        self::assertTrue(user_can($this->person('admin'), Rights::MANAGE));
        self::assertFalse(user_can($this->person('editor'), Rights::MANAGE));
    }
}
