<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Privacy;

use OCA\Bluebridge\Db\Document;
use OCA\Bluebridge\Db\DocumentMapper;
use OCA\Bluebridge\Db\Member;
use OCA\Bluebridge\Db\MemberMapper;
use OCA\Bluebridge\Db\MeetingWatches;
use OCA\Bluebridge\Db\Room;
use OCA\Bluebridge\Db\RoomMapper;
use OCA\Bluebridge\Db\Session;
use OCA\Bluebridge\Db\SessionMapper;
use OCA\Bluebridge\Service\RoomTerms;
use OCP\IDBConnection;
use OCP\IUser;

/**
 * What this app knows of somebody with an account. Guests leave nothing that lasts. No codes, secrets
 * or addresses of links are in it.
 *
 * @phpstan-type OwnRoom array{name: string, preset: string, settings: array<string, string|int|bool>, loginRequired: bool, isArchived: bool, createdAt: int, openedAt: int, members: list<array{kind: string, target: string, role: string}>, documents: list<string>}
 */
class PersonalData
{
    public function __construct(
        private readonly RoomMapper $rooms,
        private readonly MemberMapper $members,
        private readonly DocumentMapper $documents,
        private readonly SessionMapper $sessions,
        private readonly MeetingWatches $watches,
        private readonly RoomTerms $terms,
        private readonly IDBConnection $db,
    ) {
    }

    /** @return array{rooms: list<OwnRoom>, memberships: list<array{room: string, role: string}>, sessions: list<array{title: string, startsAt: int, endsAt: int}>, meetings: list<string>} */
    public function of(IUser $user): array
    {
        $memberships = [];
        foreach ($this->members->ofPerson($user->getUID(), [], []) as $member) {
            $memberships[] = ['room' => $this->rooms->find($member->getRoomId())?->getName() ?? '', 'role' => $member->getRole()];
        }

        return [
            'rooms' => array_map($this->room(...), $this->rooms->ofOwner($user->getUID())),
            'memberships' => $memberships,
            'sessions' => array_map(static fn (Session $session): array => [
                'title' => $session->getTitle(),
                'startsAt' => $session->getStartsAt(),
                'endsAt' => $session->getEndsAt(),
            ], $this->sessions->ofOwner($user->getUID())),
            'meetings' => array_map(fn (string $id): string => $this->rooms->findByMeeting($id)?->getName() ?? '', $this->meetingsWith($user->getUID())),
        ];
    }

    /** Forgets the names of somebody that are left of meetings; their rooms go another way. */
    public function forgetMeetings(string $userId): void
    {
        array_map($this->watches->forget(...), $this->meetingsWith($userId));
    }

    /** @return OwnRoom */
    private function room(Room $room): array
    {
        return [
            'name' => $room->getName(),
            'preset' => $room->getPreset() ?? '',
            'settings' => $this->terms->settingsOf($room),
            'loginRequired' => $room->getLoginRequired() === true,
            'isArchived' => $room->getArchivedAt() > 0,
            'createdAt' => $room->getCreatedAt(),
            'openedAt' => $room->getOpenedAt(),
            'members' => array_map(static fn (Member $member): array => [
                'kind' => $member->getKind(),
                'target' => $member->getTarget(),
                'role' => $member->getRole(),
            ], $this->members->ofRoom($room->getId())),
            'documents' => array_map(static fn (Document $document): string => $document->getName(), $this->documents->ofRoom($room->getId())),
        ];
    }

    /** @return list<string> meetings whose last known state names somebody */
    private function meetingsWith(string $userId): array
    {
        $query = $this->db->getQueryBuilder();
        $mark = '%' . $this->db->escapeLikeParameter('"userID":' . json_encode($userId, JSON_THROW_ON_ERROR)) . '%';
        $result = $query->select('meeting_id')
            ->from(MeetingWatches::TABLE)
            ->where($query->expr()->like('snapshot', $query->createNamedParameter($mark)))
            ->executeQuery();
        $found = [];
        while (is_array($row = $result->fetch())) {
            $found[] = is_string($row['meeting_id'] ?? null) ? $row['meeting_id'] : '';
        }
        $result->closeCursor();

        return $found;
    }
}
