<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Meeting;

use OCA\Bluebridge\Db\RoomMapper;
use OCA\Bluebridge\Notification\RoomNews;
use OCA\Bluebridge\Push\RoomPush;
use OCA\Bluebridge\Recording\ExpectedRecordings;
use OCA\Bluebridge\Status\CallStatus;
use OCP\IUserSession;

/**
 * What follows from a change of a meeting, whoever noticed it. Each change is noticed by one request
 * only: by who made it, or by who asked the server.
 *
 * @phpstan-import-type Info from Snapshot
 */
class MeetingNews
{
    public function __construct(
        private readonly RoomMapper $rooms,
        private readonly RoomNews $news,
        private readonly ExpectedRecordings $expected,
        private readonly CallStatus $status,
        private readonly RoomPush $push,
        private readonly IUserSession $session,
    ) {
    }

    /** Follows a meeting that the person of this request opened. */
    public function opened(string $meetingID): void
    {
        $room = $this->rooms->findByMeeting($meetingID);
        if ($room !== null) {
            $this->news->opened($room, $this->session->getUser());
        }
        $this->push->changed($meetingID);
    }

    /** Follows that somebody waits for a meeting nobody waited for. */
    public function awaited(string $meetingID): void
    {
        $this->push->changed($meetingID);
    }

    /** Follows two answers of the server, or what we did between them. */
    public function changed(string $meetingID, ?string $before, ?string $after): void
    {
        $was = self::running($before);
        $is = self::running($after);
        if ($is === null) {
            $this->status->over($meetingID);
        } else {
            $this->status->seen($meetingID, Snapshot::people($before) ?? [], Snapshot::people($after) ?? []);
        }
        if ($was !== null && $was['createTime'] !== ($is['createTime'] ?? 0)) {
            $this->over($meetingID, $was);
        }
        if (Snapshot::read($before) !== Snapshot::read($after)) {
            $this->push->changed($meetingID);
        }
    }

    /** @param Info $was */
    private function over(string $meetingID, array $was): void
    {
        $room = $this->rooms->findByMeeting($meetingID);
        if ($room === null) {
            return;
        }
        if ($was['wasRecorded'] ?? false) {
            $this->expected->expect($room, $was['internalMeetingID'] ?? '');
        }
        $this->news->over($room);
    }

    /** @return Info|null null for none, and for one that is over */
    private static function running(?string $snapshot): ?array
    {
        $info = Snapshot::read($snapshot);

        return ($info['hasBeenForciblyEnded'] ?? false) === true ? null : $info;
    }
}
