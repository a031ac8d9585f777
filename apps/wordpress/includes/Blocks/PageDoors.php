<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Blocks;

use Bluebridge\WordPress\Entrance\DoorSigns;
use Bluebridge\WordPress\Entrance\EntranceAddress;
use Bluebridge\WordPress\Entrance\EntranceForm;
use Bluebridge\WordPress\Meetings\MeetingInfos;
use Bluebridge\WordPress\People\Visitors;
use Bluebridge\WordPress\Rest\MeetingController;
use Bluebridge\WordPress\Rooms\Rights;
use Bluebridge\WordPress\Rooms\RoomStore;
use Bluebridge\WordPress\Rooms\StoredRoom;
use Bluebridge\WordPress\Seats\SeatsController;
use Bluebridge\WordPress\Seats\SeatSigns;

/**
 * The door of a room on a page, as templates show it: the sign for this person, the form to enter by, and
 * how the page keeps up with the room. It asks no server.
 *
 * @phpstan-import-type DoorSign from DoorSigns
 * @phpstan-import-type SeatSign from SeatSigns
 * @phpstan-type Following array{
 *     statusAddress: string, restNonce: string, slower: int, open: bool, state: string, text: string,
 *     label: string, isRefused: bool, asksLogin: bool, asksCode: bool, opensAt: int,
 *     countdown: string, people: list<array{name: string, moderates: bool}>,
 *     seats: SeatSign, extended: string, extendAddress: string, notExtended: string
 * }
 * @phpstan-type PageDoor array{
 *     room: StoredRoom, sign: DoorSign, action: string, nonce: string, asksName: bool, hasCode: bool,
 *     loginAddress: string, leads: bool, context: Following
 * }
 */
final class PageDoors
{
    /** How many times slower than a waiting page one asks that is looked at in passing: every 15 s or so. */
    private const IN_PASSING = 6;

    public function __construct(
        private readonly RoomStore $rooms,
        private readonly MeetingInfos $infos,
        private readonly Visitors $visitors,
        private readonly DoorSigns $doorSigns,
    ) {
    }

    /**
     * Describes the door of the room that a block names; null when this person may not see it.
     *
     * @param mixed $roomId as the block has it
     * @return PageDoor|null
     */
    public function find(mixed $roomId): ?array
    {
        $id = is_numeric($roomId) ? (int) $roomId : 0;
        $room = $this->rooms->find($id);

        return $room === null || !current_user_can(Rights::SEE, $id) ? null : $this->of($room);
    }

    /**
     * Describes the door of a room.
     *
     * @param int $slower how many times slower than a waiting page this one asks
     * @return PageDoor
     */
    public function of(StoredRoom $room, int $slower = self::IN_PASSING): array
    {
        $isGuest = !is_user_logged_in();
        $participant = $this->visitors->onPage($room);
        $sign = $this->doorSigns->of($room, $participant, $this->infos->known($room->meetingID), false);
        $loginAddress = $isGuest ? wp_login_url((string) get_permalink()) : '';
        $entry = $sign['entry'];
        $leads = current_user_can(Rights::LEAD, $room->id);

        return [
            'room' => $room,
            'sign' => $sign,
            'action' => EntranceAddress::of($room),
            'nonce' => $isGuest ? '' : EntranceForm::nonce($room->id),
            'asksName' => $isGuest && $room->forMeetings()->is('guestsAllowed'),
            'hasCode' => !$leads && $room->forMeetings()->is('hasViewerCode'),
            'loginAddress' => $loginAddress,
            'leads' => $leads,
            'context' => [
                'statusAddress' => MeetingController::statusAddress($room),
                'restNonce' => $isGuest ? '' : wp_create_nonce('wp_rest'),
                'slower' => $slower,
                'open' => $sign['open'],
                'state' => $sign['state'],
                'text' => $entry['text'],
                'label' => $entry['label'],
                'isRefused' => $entry['kind'] === 'refuse',
                'asksLogin' => $loginAddress !== '' && $entry['reason'] === 'guests_not_allowed',
                'asksCode' => in_array($entry['reason'], ['code_required', 'code_wrong'], true),
                'opensAt' => $entry['opensAt'],
                'countdown' => '',
                'people' => $sign['people'],
                'seats' => $sign['seats'],
                'extended' => '',
                'extendAddress' => $leads ? SeatsController::extendAddress($room) : '',
                'notExtended' => $leads ? __('That did not work. Please try again.', 'bluebridge') : '',
            ],
        ];
    }
}
