<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Seats;

use OCA\Bluebridge\Db\Room;
use OCA\Bluebridge\Db\RoomMapper;
use OCA\Bluebridge\Service\RoomAccess;
use OCA\Bluebridge\Vendor\Bluebridge\Core\Rooms\SeatLedger;
use OCA\Bluebridge\Vendor\Bluebridge\Core\Rooms\Seats\SeatAccount;
use OCP\IL10N;
use OCP\IUser;
use OCP\IUserManager;

/** Names who has seats. Whoever asks must lead a room, or decide for this Nextcloud. */
class SeatHolders
{
    /** More say nothing to anybody. */
    private const MOST_SHOWN = 8;

    public function __construct(
        private readonly RoomMapper $rooms,
        private readonly RoomAccess $access,
        private readonly IUserManager $users,
        private readonly IL10N $l10n,
    ) {
    }

    /**
     * Names those who have seats now, most seats first, or those of them who are asked for. A room has a
     * name for people who may know of it, and only then its owner has one.
     *
     * @param list<PlannedMeeting> $open
     * @param IUser|null $for who reads it; null for who decides for this Nextcloud and sees all
     * @param list<string>|null $only ids of meetings; null for all
     * @return list<Holder>
     */
    public function of(SeatAccount $account, array $open, ?IUser $for, int $now, ?array $only = null): array
    {
        $all = array_slice(array_filter(
            SeatLedger::holders($account, $now),
            static fn (array $each): bool => $only === null || in_array($each['meetingID'], $only, true),
        ), 0, self::MOST_SHOWN);
        $ids = [];
        foreach ($open as $meeting) {
            $ids[$meeting->id] = $meeting->roomId;
        }
        $rooms = $this->roomsOf(array_values(array_map(static fn (array $each): int => $ids[(int) $each['meetingID']] ?? 0, $all)));

        return array_values(array_map(fn (array $each): Holder => new Holder(
            $this->nameOf($ids[(int) $each['meetingID']] ?? 0, $rooms, $for),
            $each['seats'],
            $each['until'],
            $each['state'] === 'overtime',
        ), $all));
    }

    /**
     * @param list<int> $ids
     * @return array<int, Room>
     */
    private function roomsOf(array $ids): array
    {
        $rooms = [];
        foreach ($this->rooms->all(array_values(array_unique($ids))) as $room) {
            $rooms[$room->getId()] = $room;
        }

        return $rooms;
    }

    /** @param array<int, Room> $rooms */
    private function nameOf(int $roomId, array $rooms, ?IUser $for): string
    {
        $room = $rooms[$roomId] ?? null;
        if ($roomId === 0) {
            return $this->l10n->t('Another system');
        }
        if ($room === null || ($for !== null && $this->access->roleOf($room, $for) === null)) {
            return $this->l10n->t('Another room of this Nextcloud');
        }
        $owner = $this->users->getDisplayName($room->getOwnerId());

        return $owner === null ? $room->getName() : "{$room->getName()} ({$owner})";
    }
}
