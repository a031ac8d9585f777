<?php

declare(strict_types=1);

namespace OCA\Bluebridge\BackgroundJob;

use OCA\Bluebridge\Db\RecordingMapper;
use OCA\Bluebridge\Db\RoomMapper;
use OCA\Bluebridge\Exception\Problem;
use OCA\Bluebridge\Notification\Notices;
use OCA\Bluebridge\Recording\Playback;
use OCA\Bluebridge\Recording\RecordingCards;
use OCA\Bluebridge\Recording\SavedRecordings;
use OCA\Bluebridge\Service\RoomAccess;
use OCA\Bluebridge\Vendor\Bluebridge\Core\Errors\BbbException;
use OCP\AppFramework\Utility\ITimeFactory;
use OCP\BackgroundJob\QueuedJob;
use OCP\IUserManager;

/** Saves a recording that nobody waits for, if it is still theirs to see, and tells them. */
final class SaveRecording extends QueuedJob
{
    public function __construct(
        ITimeFactory $time,
        private readonly IUserManager $users,
        private readonly RoomMapper $rooms,
        private readonly RecordingMapper $index,
        private readonly RoomAccess $access,
        private readonly RecordingCards $cards,
        private readonly Playback $playback,
        private readonly SavedRecordings $saved,
        private readonly Notices $notices,
    ) {
        parent::__construct($time);
    }

    /** @param mixed $argument texts: user, room, recordID, folder and type */
    protected function run($argument): void
    {
        $given = static fn (string $name): string => is_array($argument) && is_string($argument[$name] ?? null) ? $argument[$name] : '';
        $user = $this->users->get($given('user'));
        $room = $this->rooms->find((int) $given('room'));
        $role = $user === null || $room === null ? null : $this->access->roleOf($room, $user);
        $recording = $room === null ? null : $this->index->find($room->getId(), $given('recordID'));
        $card = $room === null || $role === null || $recording === null ? null : $this->cards->of($room, $recording, $role);
        if ($user === null || $room === null || $role === null || $recording === null || $card === null) {
            return;
        }
        try {
            // The address is asked for anew: one of a protected recording opens once.
            $url = $this->playback->url($room, $recording, RecordingCards::viewerOf($role), $given('type')) ?? throw Problem::conflict('not_saved');
            $page = $this->cards->watchUrl($room, $recording, $given('type'));
            $path = $this->saved->save($user->getUID(), $given('folder'), $card['name'], $url, $page, isWaitedFor: false)['path'];
        } catch (Problem | BbbException) {
            $path = null;
        }
        $this->notices->saved($room, $given('recordID'), $card['name'], $path, $user->getUID());
    }
}
