<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Callback;

use OCA\Bluebridge\BackgroundJob\SyncRoom;
use OCA\Bluebridge\Clock;
use OCA\Bluebridge\Db\Room;
use OCA\Bluebridge\Db\RoomMapper;
use OCA\Bluebridge\Db\ToldMapper;
use OCA\Bluebridge\Recording\RecordingsKeeper;
use OCA\Bluebridge\Server\ServerSettingsStore;
use OCA\Bluebridge\Vendor\Bluebridge\Core\Callbacks\RecordingReady;
use OCA\Bluebridge\Vendor\Bluebridge\Core\Errors\BbbException;
use OCP\BackgroundJob\IJobList;

/**
 * Hears that a recording is ready. What proves it is the signature with the secret of a server. It makes
 * us look; what is believed is what the server answers to our own question, so hearing the same twice
 * changes nothing.
 */
class ReadyDesk
{
    /** Bounds what somebody costs who repeats what a server once said, ms. */
    private const NOT_AGAIN_WITHIN = 5_000;

    private const HEARD = 'recording_heard';

    private const LATER_SECONDS = 30;

    public function __construct(
        private readonly ServerSettingsStore $servers,
        private readonly RoomMapper $rooms,
        private readonly ToldMapper $told,
        private readonly RecordingsKeeper $keeper,
        private readonly IJobList $jobs,
        private readonly Clock $clock,
    ) {
    }

    /** @return 'known'|'unknown'|'later'|'refused' whether the server has the recording */
    public function hear(string $token): string
    {
        $ready = $this->proven($token);
        if ($ready === null) {
            return 'refused';
        }
        $room = $this->rooms->findByMeeting($ready->meetingID);

        return $room === null ? 'unknown' : $this->look($room, $ready->recordID);
    }

    private function proven(string $token): ?RecordingReady
    {
        $body = http_build_query(['signed_parameters' => $token]);
        foreach ($this->servers->all() as $settings) {
            try {
                // Some balancers sign with the longer hash.
                return RecordingReady::verify($body, $settings->secret, allowHs512: true);
            } catch (BbbException) {
                continue;
            }
        }

        return null;
    }

    /** @return 'known'|'unknown'|'later' */
    private function look(Room $room, string $recordID): string
    {
        $now = $this->clock->now();
        try {
            if ($this->told->claim($room->getId(), self::HEARD, $now, $now - self::NOT_AGAIN_WITHIN)) {
                return $this->keeper->lookAt($room, $recordID) === null ? 'unknown' : 'known';
            }
        } catch (BbbException) {
            // The server does not say it again, so we ask again.
        }
        $this->jobs->scheduleAfter(SyncRoom::class, intdiv($now, 1000) + self::LATER_SECONDS, $room->getId());

        return 'later';
    }
}
