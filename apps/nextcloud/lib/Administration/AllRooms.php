<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Administration;

use OCA\Bluebridge\Clock;
use OCA\Bluebridge\Db\MeetingWatches;
use OCA\Bluebridge\Db\Room;
use OCA\Bluebridge\Db\RoomCensus;
use OCA\Bluebridge\Meeting\MeetingWatch;
use OCA\Bluebridge\Meeting\Outcome;
use OCA\Bluebridge\Server\RoomServers;
use OCP\IUserManager;

/**
 * The list of all rooms for administrators: whose they are and when they were used, and nothing of what
 * is in them. Asks no server, and the database a constant number of questions.
 *
 * @phpstan-type AdminRoom array{id: int, name: string, owner: array{id: string, name: string}, isArchived: bool, isAdHoc: bool, createdAt: int, openedAt: int, isOpen: bool, participantCount: int, server: string}
 */
class AllRooms
{
    public const PAGE = 50;

    private const DAY = 86_400_000;

    public function __construct(
        private readonly RoomCensus $census,
        private readonly MeetingWatches $watches,
        private readonly RoomServers $servers,
        private readonly IUserManager $users,
        private readonly Clock $clock,
    ) {
    }

    /**
     * @param string $archived yes, no, or anything else for both
     * @param int $unusedDays 0 for all
     * @param int $page from 1
     * @return array{rooms: list<AdminRoom>, total: int, page: int, pages: int}
     */
    public function list(string $search, string $owner, string $archived, int $unusedDays, int $page): array
    {
        $wanted = new RoomsWanted(
            mb_substr(trim($search), 0, 256),
            $owner,
            match ($archived) {
                'yes' => true,
                'no' => false,
                default => null,
            },
            $unusedDays > 0 ? self::since($this->clock->now(), $unusedDays) : 0,
        );
        $total = $this->census->count($wanted);
        $pages = max(1, (int) ceil($total / self::PAGE));
        $page = min(max(1, $page), $pages);
        $rooms = $this->census->find($wanted, ($page - 1) * self::PAGE, self::PAGE);
        $watches = $this->watches->readAll(array_map(static fn (Room $room): string => $room->getMeetingId(), $rooms));
        $cards = array_map(fn (Room $room): array => $this->card($room, $watches[$room->getMeetingId()]), $rooms);

        return ['rooms' => $cards, 'total' => $total, 'page' => $page, 'pages' => $pages];
    }

    /** Gives the time some days ago, epoch ms. */
    public static function since(int $now, int $days): int
    {
        return max(1, $now - $days * self::DAY);
    }

    /** @return AdminRoom */
    private function card(Room $room, MeetingWatch $watch): array
    {
        $info = Outcome::of($watch, $this->clock->now())->info;
        $isOpen = $info !== null && ($info['hasBeenForciblyEnded'] ?? false) !== true;

        return [
            'id' => $room->getId(),
            'name' => $room->getName(),
            'owner' => [
                'id' => $room->getOwnerId(),
                'name' => $this->users->getDisplayName($room->getOwnerId()) ?? $room->getOwnerId(),
            ],
            'isArchived' => $room->getArchivedAt() > 0,
            'isAdHoc' => $room->getAdHoc() === true,
            'createdAt' => $room->getCreatedAt(),
            'openedAt' => $room->getOpenedAt(),
            'isOpen' => $isOpen,
            'participantCount' => $isOpen ? $info['participantCount'] ?? count($info['attendees']) : 0,
            'server' => $this->servers->of($room),
        ];
    }
}
