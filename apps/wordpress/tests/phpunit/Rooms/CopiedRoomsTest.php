<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Tests\Rooms;

use Bluebridge\WordPress\Rooms\RoomStore;
use Bluebridge\WordPress\Rooms\StoredRoom;
use Bluebridge\WordPress\Tests\RoomTestCase;

/** What plugins do that copy posts. */
final class CopiedRoomsTest extends RoomTestCase
{
    public function testACopyHasMeetingsOfItsOwn(): void
    {
        $room = $this->roomOf('author');
        $this->assertApart($room, $this->copyOf($room, static function (int $copy) use ($room): void {
            add_post_meta($copy, RoomStore::MEETING_ID, $room->meetingID);
        }));
        $this->assertApart($room, $this->copyOf($room, static function (int $copy) use ($room): void {
            update_post_meta($copy, RoomStore::MEETING_ID, $room->meetingID);
        }));
    }

    public function testACopyMadeWithinTheDatabaseHasThemOnceItIsSaved(): void
    {
        global $wpdb;
        $room = $this->roomOf('author');
        $this->assertApart($room, $this->copyOf($room, static function (int $copy) use ($room, $wpdb): void {
            $wpdb->insert($wpdb->postmeta, ['post_id' => $copy, 'meta_key' => RoomStore::MEETING_ID, 'meta_value' => $room->meetingID]);
            wp_cache_flush();
            wp_update_post(['ID' => $copy, 'post_title' => 'Copy']);
        }));
    }

    public function testARoomThatIsSavedAgainKeepsItsMeetings(): void
    {
        $room = $this->roomOf('author');
        wp_update_post(['ID' => $room->id, 'post_title' => 'Physics']);
        update_post_meta($room->id, RoomStore::MEETING_ID, "{$room->meetingID}");
        self::assertSame($room->meetingID, (new RoomStore())->find($room->id)?->meetingID);
    }

    /** @param callable(int): void $copyFields */
    private function copyOf(StoredRoom $room, callable $copyFields): StoredRoom
    {
        $id = wp_insert_post(['post_type' => 'bluebridge_room', 'post_title' => $room->title, 'post_status' => 'draft']);
        self::assertIsInt($id);
        $copyFields($id);
        $copy = (new RoomStore())->find($id);
        self::assertNotNull($copy);

        return $copy;
    }

    private function assertApart(StoredRoom $room, StoredRoom $copy): void
    {
        self::assertNotSame($room->meetingID, $copy->meetingID);
        self::assertNotSame($room->doorKey(), $copy->doorKey());
        self::assertSame($room->meetingID, (new RoomStore())->find($room->id)?->meetingID, 'people have the address of the first');
    }
}
