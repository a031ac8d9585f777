<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Notification;

use OCA\Bluebridge\Activity\Journal;
use OCA\Bluebridge\Clock;
use OCA\Bluebridge\Db\Recording;
use OCA\Bluebridge\Db\Room;
use OCA\Bluebridge\Db\ToldMapper;
use OCA\Bluebridge\Model\Role;
use OCA\Bluebridge\Model\Visibility;
use OCA\Bluebridge\People\RoomPeople;
use OCP\IUser;

/** Tells the people of a room what happens in it: by notifications what concerns them now, by activity the rest. */
class RoomNews
{
    /** Many who wait at about the same time are told of once, ms. */
    private const WAITING_TOLD_FOR = 600_000;

    public function __construct(
        private readonly Notices $notices,
        private readonly Journal $journal,
        private readonly RoomPeople $people,
        private readonly ToldMapper $told,
        private readonly Clock $clock,
    ) {
    }

    /**
     * Tells that a meeting was opened.
     *
     * @param IUser|null $by null when somebody without an account opened it
     */
    public function opened(Room $room, ?IUser $by): void
    {
        $members = $this->people->of($room, Role::Viewer);
        $this->journal->write(Journal::STARTED, $room, $members, $by?->getUID() ?? '');
        $this->notices->withdraw($room, Notices::WAITING);
        // Who is called the first time was told when the call was made.
        if ($room->getAdHoc() === true && $room->getOpenedAt() > 0 && $by !== null) {
            $this->notices->started($room, $members, $by);
        }
    }

    /** Tells that a meeting is over. */
    public function over(Room $room): void
    {
        $this->journal->write(Journal::ENDED, $room, $this->people->of($room, Role::Viewer));
        $this->notices->withdraw($room, Notices::WAITING);
        if ($room->getAdHoc() === true) {
            $this->notices->withdraw($room, Notices::STARTED);
        }
    }

    /** Tells those who lead the room that somebody waits to be let in. */
    public function waits(Room $room, string $name, string $userId): void
    {
        $now = $this->clock->now();
        if ($this->told->claim($room->getId(), Notices::WAITING, $now, $now - self::WAITING_TOLD_FOR)) {
            $this->notices->waiting($room, $name, array_values(array_diff($this->people->of($room, Role::Moderator), [$userId])));
        }
    }

    /** Tells those who may see a recording that it is ready. */
    public function recordingReady(Room $room, Recording $recording, string $name): void
    {
        $least = $recording->visibility() === Visibility::Private ? Role::Moderator : Role::Viewer;
        $people = $this->people->of($room, $least);
        $this->notices->recordingReady($room, $recording->getRecordId(), $name, $people);
        $this->journal->write(Journal::RECORDING_READY, $room, $people, '', ['recording' => $name, 'recordID' => $recording->getRecordId()]);
    }

    /** Tells that a room is shared with somebody now. */
    public function shared(Room $room, string $userId, IUser $by): void
    {
        $this->notices->invited($room, $userId, $by);
        $this->journal->write(Journal::SHARED, $room, $this->people->of($room, Role::Viewer), $by->getUID(), ['member' => $userId]);
    }

    public function forget(Room $room): void
    {
        $this->notices->forget($room);
        $this->told->forgetRoom($room->getId());
    }
}
