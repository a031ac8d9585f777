<?php

declare(strict_types=1);

namespace Bluebridge\Core\Rooms;

/**
 * The calls that open a room's meeting and let somebody in.
 *
 * @phpstan-import-type Params from FedParams
 * @phpstan-import-type AccountDefaults from RoomToCreate
 */
final class RoomCalls
{
    /**
     * Gives the `create` parameters of a room; `RoomToCreate::plan` also tells what was left out.
     *
     * @param AccountDefaults $accountDefaults
     * @return Params
     */
    public static function createParams(Room $room, RoomCapabilities $capabilities, array $accountDefaults = []): array
    {
        return RoomToCreate::plan($room, $capabilities, $accountDefaults)['params'];
    }

    /**
     * Gives the `join` parameters of a participant.
     *
     * @param 'MODERATOR'|'VIEWER' $role
     * @param int $createTime epoch ms; ties the link to this meeting
     * @param bool $guest as the join plan says
     * @return Params
     */
    public static function joinParams(
        Room $room,
        Participant $participant,
        string $role,
        int $createTime,
        bool $guest = false,
    ): array {
        $params = [
            'meetingID' => $room->meetingID,
            'fullName' => $participant->fullName,
            'role' => $role,
            'userID' => $participant->userID,
            'createTime' => $createTime,
            'redirect' => true,
        ];
        // Where guests wait for approval, some servers make everybody wait who is not said to be none.
        if ($guest || $room->is('guestApproval')) {
            $params['guest'] = $guest;
        }

        return $params + FedParams::of($room, 'join', new RoomCapabilities([]))['params'];
    }
}
