<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Activity;

use OCA\Bluebridge\AppInfo\Application;
use OCA\Bluebridge\Clock;
use OCA\Bluebridge\Db\Room;
use OCA\Bluebridge\Service\RoomAddresses;
use OCP\Activity\IManager;
use Psr\Log\LoggerInterface;
use Throwable;

/** Writes what happens in rooms into the activity of the people they are shared with. */
class Journal
{
    public const STARTED = 'started';

    public const ENDED = 'ended';

    public const RECORDING_READY = 'recording_ready';

    public const SHARED = 'shared';

    public const OBJECT = 'bluebridge_room';

    public function __construct(
        private readonly IManager $activity,
        private readonly RoomSetting $setting,
        private readonly RoomAddresses $addresses,
        private readonly Clock $clock,
        private readonly LoggerInterface $logger,
    ) {
    }

    /**
     * Writes one thing down for several people.
     *
     * @param self::* $what
     * @param list<string> $userIds
     * @param string $author id of a user; empty where it happened by itself
     * @param array<string, string> $parameters
     */
    public function write(string $what, Room $room, array $userIds, string $author = '', array $parameters = []): void
    {
        if ($userIds === []) {
            return;
        }
        try {
            $event = $this->activity->generateEvent()
                ->setApp(Application::APP_ID)
                ->setType(RoomSetting::TYPE)
                ->setAuthor($author)
                ->setTimestamp(intdiv($this->clock->now(), 1000))
                ->setSubject($what, $parameters + ['room' => $room->getName()])
                ->setObject(self::OBJECT, $room->getId(), $room->getName())
                ->setLink($this->addresses->page($room));
            $this->activity->bulkPublish($event, $userIds, $this->setting);
        } catch (Throwable $error) {
            // A meeting does not fail because nobody writes it down.
            $this->logger->warning('An activity could not be written', ['exception' => $error, 'app' => Application::APP_ID]);
        }
    }
}
