<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Service;

use OCA\Bluebridge\AppInfo\Application;
use OCA\Bluebridge\Db\GoneRooms;
use OCA\Bluebridge\Db\MeetingWatches;
use OCA\Bluebridge\Db\MemberMapper;
use OCA\Bluebridge\Db\Recording;
use OCA\Bluebridge\Db\RecordingMapper;
use OCA\Bluebridge\Db\Room;
use OCA\Bluebridge\Db\RoomMapper;
use OCA\Bluebridge\Exception\Problem;
use OCA\Bluebridge\Meeting\MeetingInfos;
use OCA\Bluebridge\Meeting\Meetings;
use OCA\Bluebridge\Status\CallStatus;
use OCA\Bluebridge\Vendor\Bluebridge\Core\Errors\BbbException;
use Psr\Log\LoggerInterface;

/** Takes rooms away, and all that was kept for them. No meeting goes on out of everybody's reach. */
class RoomRemoval
{
    public function __construct(
        private readonly RoomMapper $rooms,
        private readonly MemberMapper $members,
        private readonly MeetingWatches $watches,
        private readonly RecordingMapper $recordings,
        private readonly RoomLeftovers $leftovers,
        private readonly GoneRooms $gone,
        private readonly MeetingInfos $infos,
        private readonly Meetings $meetings,
        private readonly CallStatus $status,
        private readonly RoomAccess $access,
        private readonly LoggerInterface $logger,
    ) {
    }

    /**
     * Takes a room away because somebody wants it, and nothing with it that they may not have thought of.
     *
     * @throws Problem `meeting_open` or `recordings_left`
     */
    public function ask(Room $room): void
    {
        if ($this->isOpen($room)) {
            throw Problem::conflict('meeting_open');
        }
        $left = array_filter($this->recordings->ofRoom($room->getId()), static fn (Recording $each): bool =>
            $each->getDeletingSince() === 0 && $each->known()['state'] !== 'expected');
        if ($left !== []) {
            throw Problem::conflict('recordings_left');
        }
        $this->remove($room);
    }

    /** Takes a room away whatever happens in it. Its recordings go after, see `GoneRecordings`. */
    public function remove(Room $room): void
    {
        if ($this->infos->known($room->getMeetingId())->isOpen()) {
            $this->end($room);
        }
        $this->status->over($room->getMeetingId());
        $this->leftovers->forget($room);
        $this->members->forgetRoom($room->getId());
        $this->gone->note($room);
        $this->rooms->delete($room);
        // Last, because what else is forgotten writes into it.
        $this->watches->forget($room->getMeetingId());
        $this->access->forget();
    }

    /** Tells whether a meeting is open. What is known may be old, so it is asked for before it counts. */
    private function isOpen(Room $room): bool
    {
        return $this->infos->known($room->getMeetingId())->isOpen()
            && $this->infos->lookOn($room->getMeetingId(), false)->outcome->isOpen();
    }

    private function end(Room $room): void
    {
        try {
            $this->meetings->end($room);
        } catch (BbbException $error) {
            // The schedule ends it when the server is back.
            $this->logger->info('The meeting of a room that goes could not be ended: {code}', ['code' => $error->error->value, 'app' => Application::APP_ID]);
        }
    }
}
