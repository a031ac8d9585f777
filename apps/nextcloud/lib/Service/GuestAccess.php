<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Service;

use OCA\Bluebridge\Db\Room;
use OCA\Bluebridge\Db\RoomMapper;
use OCA\Bluebridge\Exception\Problem;
use OCP\IUser;

/** Who comes into a room that it is not shared with: an address, a lobby, codes and logging in. */
class GuestAccess
{
    /** What rooms keep as settings, by its name here. */
    private const SETTINGS = ['isPublic' => 'guestsAllowed', 'lobby' => 'guestApproval'];

    public function __construct(
        private readonly RoomMapper $mapper,
        private readonly Rooms $rooms,
        private readonly RoomTerms $terms,
        private readonly Codes $codes,
        private readonly RoomAddresses $addresses,
    ) {
    }

    /** @return array{isPublic: bool, url: string, lobby: bool, loginRequired: bool, hasViewerCode: bool, hasModeratorCode: bool, locked: list<string>} `locked` names what an administrator fixed */
    public function of(Room $room): array
    {
        $terms = $this->terms->of($room);

        return [
            'isPublic' => $terms->is('guestsAllowed'),
            'url' => $this->addresses->open($room),
            'lobby' => $terms->is('guestApproval'),
            'loginRequired' => $room->getLoginRequired() === true,
            'hasViewerCode' => $terms->is('hasViewerCode'),
            'hasModeratorCode' => $terms->is('hasModeratorCode'),
            'locked' => array_keys(array_intersect(self::SETTINGS, array_keys($this->terms->locksOf($room)))),
        ];
    }

    /**
     * Changes what is not null.
     *
     * @param array{viewerCode?: string|null, moderatorCode?: string|null} $codes null takes one away
     * @throws Problem `code_invalid`, `codes_alike` or `settings_invalid`
     */
    public function change(Room $room, IUser $by, ?bool $isPublic, ?bool $lobby, ?bool $loginRequired, array $codes): Room
    {
        $this->setCodes($room, $codes);
        if ($loginRequired !== null) {
            $room->setLoginRequired($loginRequired);
        }
        $said = array_filter(['guestsAllowed' => $isPublic, 'guestApproval' => $lobby], is_bool(...));
        // What an administrator fixed is said again as it is: that changes nothing, and refuses nothing else.
        $settings = $said === [] ? null : $said + $this->terms->locksOf($room) + $this->terms->settingsOf($room);

        return $settings === null ? $this->mapper->update($room) : $this->rooms->change($room, $by, null, null, $settings);
    }

    /** @param array{viewerCode?: string|null, moderatorCode?: string|null} $codes */
    private function setCodes(Room $room, array $codes): void
    {
        $viewer = $codes['viewerCode'] ?? null;
        $moderator = $codes['moderatorCode'] ?? null;
        $isAlike = ($viewer !== null && $moderator !== null && trim($viewer) === trim($moderator))
            || ($viewer !== null && !array_key_exists('moderatorCode', $codes) && $this->codes->fits($viewer, $room->getModeratorCode()))
            || ($moderator !== null && !array_key_exists('viewerCode', $codes) && $this->codes->fits($moderator, $room->getViewerCode()));
        if ($isAlike) {
            throw Problem::invalid('codes_alike');
        }
        if (array_key_exists('viewerCode', $codes)) {
            $room->setViewerCode($viewer === null ? null : $this->codes->hash($viewer));
        }
        if (array_key_exists('moderatorCode', $codes)) {
            $room->setModeratorCode($moderator === null ? null : $this->codes->hash($moderator));
        }
    }
}
