<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Service;

use OCA\Bluebridge\Clock;
use OCA\Bluebridge\Db\MeetingWatches;
use OCA\Bluebridge\Db\Room;
use OCA\Bluebridge\Meeting\MeetingWatch;
use OCA\Bluebridge\Meeting\Outcome;
use OCA\Bluebridge\Meeting\QuestionPace;
use OCA\Bluebridge\Model\Role;
use OCA\Bluebridge\Server\Servers;
use OCP\IUser;
use OCP\IUserManager;

/**
 * Rooms as the API shows them. What somebody's role may not see is not in it.
 *
 * @phpstan-type May array{edit: bool, start: bool, share: bool, remove: bool, transfer: bool, message: bool, present: bool}
 * @phpstan-type Card array{id: int, name: string, role: string, owner: array{id: string, name: string}, preset: string, settings: object, isArchived: bool, isAdHoc: bool, state: 'closed'|'waiting'|'open'|'unknown', participantCount: int, may: May}
 */
class RoomCards
{
    public function __construct(
        private readonly RoomAccess $access,
        private readonly RoomTerms $terms,
        private readonly MeetingWatches $watches,
        private readonly IUserManager $users,
        private readonly Servers $servers,
        private readonly Clock $clock,
    ) {
    }

    /**
     * Shows all rooms that somebody sees. Asks no server, and the database the same few questions for
     * any number of rooms.
     *
     * @return list<Card>
     */
    public function ofPerson(IUser $user): array
    {
        $rooms = $this->access->roomsOf($user);
        $watches = $this->watches->readAll(array_map(static fn (array $each): string => $each[0]->getMeetingId(), $rooms));

        return array_map(fn (array $each): array => $this->card($each[0], $each[1], $watches[$each[0]->getMeetingId()]), $rooms);
    }

    /** @return Card */
    public function of(Room $room, Role $role): array
    {
        return $this->card($room, $role, $this->watches->read($room->getMeetingId()));
    }

    /** @return Card */
    private function card(Room $room, Role $role, MeetingWatch $watch): array
    {
        $now = $this->clock->now();
        $outcome = Outcome::of($watch, $now);
        $isOpen = $outcome->info !== null && ($outcome->info['hasBeenForciblyEnded'] ?? false) !== true;
        $manages = $role->reaches(Role::Manager);
        $leads = $role->reaches(Role::Moderator);
        $server = $this->servers->capabilitiesOf($room);

        return [
            'id' => $room->getId(),
            'name' => $room->getName(),
            'role' => $role->value,
            'owner' => [
                'id' => $room->getOwnerId(),
                'name' => $this->users->getDisplayName($room->getOwnerId()) ?? $room->getOwnerId(),
            ],
            'preset' => $room->getPreset() ?? '',
            'settings' => (object) ($manages ? $this->terms->settingsOf($room) : []),
            'isArchived' => $room->getArchivedAt() > 0,
            'isAdHoc' => $room->getAdHoc() === true,
            'state' => match (true) {
                $isOpen => 'open',
                $watch->waitingAt > $now - QuestionPace::WAITING_LASTS => 'waiting',
                $outcome->isKnown || $watch->askedAt === 0 => 'closed',
                default => 'unknown',
            },
            'participantCount' => $isOpen ? $outcome->info['participantCount'] ?? count($outcome->info['attendees']) : 0,
            'may' => [
                'edit' => $manages,
                'start' => $leads,
                'share' => $manages,
                'remove' => $role === Role::Owner,
                'transfer' => $role === Role::Owner,
                // What the server of the room has no call for is not offered.
                'message' => $leads && $server->hasCall('sendChatMessage'),
                'present' => $leads && $server->hasCall('insertDocument'),
            ],
        ];
    }
}
