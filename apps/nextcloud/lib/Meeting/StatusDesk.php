<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Meeting;

use OCA\Bluebridge\Clock;
use OCA\Bluebridge\Db\MeetingWatches;
use OCA\Bluebridge\Db\Room;
use OCA\Bluebridge\Model\Role;
use OCA\Bluebridge\People\AccessPolicy;
use OCA\Bluebridge\People\Visitors;
use OCA\Bluebridge\Seats\SeatSigns;
use OCP\IUserSession;

/**
 * Answers whoever looks at a room. Of all who do, one asks the server now and then.
 *
 * @phpstan-import-type DoorSign from DoorSigns
 */
class StatusDesk
{
    public function __construct(
        private readonly MeetingInfos $infos,
        private readonly MeetingWatches $watches,
        private readonly Visitors $visitors,
        private readonly DoorSigns $signs,
        private readonly SeatSigns $seats,
        private readonly IUserSession $session,
        private readonly Clock $clock,
    ) {
    }

    /**
     * Tells how a room stands, asking first when that is due.
     *
     * @param bool $waits whether the page says that its person waits to be let in; others are told of who
     *     has pressed the button, and of nobody else
     * @return array{DoorSign, int} the sign, and in how many ms there may be something new
     */
    public function look(Room $room, bool $waits): array
    {
        $look = $this->infos->lookOn($room->getMeetingId(), $waits && $this->visitors->hasPressed($room));

        return [$this->sign($room, $look->outcome), $look->againIn];
    }

    /**
     * Tells what is known, without asking: for pages that are being made.
     *
     * @return DoorSign
     */
    public function known(Room $room): array
    {
        return $this->sign($room, $this->infos->known($room->getMeetingId()));
    }

    /** @return DoorSign */
    private function sign(Room $room, Outcome $outcome): array
    {
        $visitor = $this->visitors->lookingAt($room);
        $isAwaited = $this->watches->read($room->getMeetingId())->waitingAt > $this->clock->now() - QuestionPace::WAITING_LASTS;

        $sign = $this->signs->of($room, AccessPolicy::participant($visitor), $outcome, $isAwaited, $visitor->role !== null);
        $user = $visitor->role?->reaches(Role::Moderator) === true ? $this->session->getUser() : null;
        if ($user === null) {
            return $sign;
        }
        $seats = $this->seats->by($room, $user, $outcome->info);

        return ['seats' => $seats, 'endsAt' => $seats['plannedEndAt'] === 0 ? null : $seats['plannedEndAt']] + $sign;
    }
}
