<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Entrance;

use Bluebridge\WordPress\Access\Invitations;
use Bluebridge\WordPress\Clock;
use Bluebridge\WordPress\Http\Answer;
use Bluebridge\WordPress\People\Visitors;
use Bluebridge\WordPress\Rooms\RoomStore;

/**
 * Answers the links of invitations. To open one shows the door of its room and does nothing else, so
 * that what looks at links on their way uses none up; the form behind it does.
 */
final class InvitationDoor
{
    public function __construct(
        private readonly Doors $doors,
        private readonly RoomStore $rooms,
        private readonly Invitations $invitations,
        private readonly Visitors $visitors,
        private readonly Entrance $entrance,
        private readonly Clock $clock,
    ) {
    }

    /** @param string $token as the link has it */
    public function answer(string $token, bool $isPost): Answer
    {
        $invitation = $this->invitations->byToken($token);
        $invited = $invitation === null ? null : $this->rooms->find($invitation->roomId);
        // Whoever was given a link knows the room, unless it is not published.
        $room = $invited === null ? null : $this->doors->roomBehind($invited->id, $invited->doorKey());
        if ($invitation === null || $room === null) {
            return $this->entrance->answer(0, '', false);
        }
        if ($this->visitors->isInvitedBy($room, $invitation)) {
            return $this->entrance->answer($room->id, $room->doorKey(), $isPost);
        }
        $state = $invitation->state($this->clock->now());

        return $state === 'open'
            ? $this->entrance->answerInvited($room, $invitation, InvitationAddress::of($token), $isPost)
            : $this->entrance->refuseInvited($room, $state);
    }
}
