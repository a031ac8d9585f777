<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Service;

use OCA\Bluebridge\Db\Room;
use OCA\Bluebridge\Model\Preset;
use OCA\Bluebridge\Settings\GroupRules;
use OCA\Bluebridge\Vendor\Bluebridge\Core\Rooms\Room as CoreRoom;
use OCA\Bluebridge\Vendor\Bluebridge\Core\Rooms\SettingLocks;
use OCA\Bluebridge\Vendor\Bluebridge\Core\Rooms\SettingTable;

/** What holds in a room: what it says, as far as an administrator lets it. */
class RoomTerms
{
    public function __construct(private readonly Presets $presets, private readonly GroupRules $rules)
    {
    }

    /** Gives what meetings need to know of a room. */
    public function of(Room $room): CoreRoom
    {
        // Codes are kept as hashes and not as settings; that there is one holds whatever the settings say.
        $imposed = [
            'name' => self::nameOf($room),
            'hasViewerCode' => ($room->getViewerCode() ?? '') !== '',
            'hasModeratorCode' => ($room->getModeratorCode() ?? '') !== '',
        ];

        $settings = SettingLocks::apply($this->settingsOf($room), $this->locksOf($room));
        $most = $this->mostPeopleIn($room);
        $said = (int) ($settings['maxParticipants'] ?? 0);
        // Zero stands for as many as the server takes.
        $settings = ($most === 0 || ($said > 0 && $said <= $most) ? [] : ['maxParticipants' => $most]) + $settings;

        return new CoreRoom($room->getMeetingId(), $imposed + $settings);
    }

    /** @return array<string, string|int|bool> what the room itself says, by the names of `SettingTable` */
    public function settingsOf(Room $room): array
    {
        $stored = json_decode($room->getSettings(), true);

        return array_intersect_key(Preset::scalars(is_array($stored) ? $stored : []), SettingTable::ALL);
    }

    /** @return array<string, string|int|bool> what an administrator fixed for the room, or for the groups of its owner */
    public function locksOf(Room $room): array
    {
        return $this->rules->of($room->getOwnerId())->locks() + $this->presets->locksFor($room->getPreset() ?? '');
    }

    /** Tells whether people without a role in the room may be invited; no link of a room is a way around that. */
    public function mayInviteGuests(Room $room): bool
    {
        return ($this->locksOf($room)['guestsAllowed'] ?? true) !== false;
    }

    /** Gives how many people may be in the room at once; 0 for as many as the server takes. */
    public function mostPeopleIn(Room $room): int
    {
        return $this->rules->of($room->getOwnerId())->mostPeople;
    }

    /** Servers refuse names that are too short. */
    private static function nameOf(Room $room): string
    {
        $limits = SettingTable::ALL['name'];

        return str_pad(mb_substr($room->getName(), 0, $limits['max']), $limits['min'], '.');
    }
}
