<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Rooms;

use Bluebridge\WordPress\Vendor\Bluebridge\Core\Rooms\Room;
use Bluebridge\WordPress\Vendor\Bluebridge\Core\Rooms\SettingTable;

/** A room of this site. */
final class StoredRoom
{
    /**
     * @param int $id of its post
     * @param int $authorId the user it belongs to
     * @param string $status of its post, such as `publish`
     * @param string $meetingID what the server knows it by; for all its meetings the same
     * @param array<string, string|int|bool> $settings by the names of `SettingTable`; what is absent
     *     is as usual. The name is the title.
     * @param array<string, bool> $imposed what holds whatever the settings say, because it is kept
     *     elsewhere: whether the room has codes, and that everybody logs in
     * @param string $presetId of the preset it has; empty for none
     * @param RoomBounds $bounds what holds whatever the settings say, because an administrator wants it
     */
    public function __construct(
        public readonly int $id,
        public readonly int $authorId,
        public readonly string $title,
        public readonly string $status,
        public readonly string $meetingID,
        public readonly array $settings,
        public readonly array $imposed = [],
        public readonly string $presetId = '',
        public readonly RoomBounds $bounds = new RoomBounds(),
    ) {
    }

    /**
     * Gives what proves that somebody knows the address of the room. It comes from the meetingID, which
     * is random and on no page, and stays the same for as long as the room is there.
     */
    public function doorKey(): string
    {
        return substr(hash_hmac('sha256', 'door', $this->meetingID), 0, 24);
    }

    /**
     * Gives the settings that hold: what the room says, as far as an administrator lets it.
     *
     * @return array<string, string|int|bool>
     */
    public function effectiveSettings(): array
    {
        return $this->bounds->apply($this->settings);
    }

    /** Gives what meetings need to know of the room. */
    public function forMeetings(): Room
    {
        $limits = SettingTable::ALL['name'];
        // Servers refuse names that are too short, and a title may be empty.
        $name = str_pad(mb_substr($this->title, 0, $limits['max']), $limits['min'], '.');

        return new Room($this->meetingID, ['name' => $name] + $this->imposed + $this->effectiveSettings());
    }
}
