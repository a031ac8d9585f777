<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Push;

use OCA\Bluebridge\Db\RoomMapper;
use OCA\Bluebridge\Model\Role;
use OCA\Bluebridge\People\RoomPeople;
use OCA\NotifyPush\Queue\IQueue;
use OCA\NotifyPush\Queue\NullQueue;
use Psr\Container\ContainerInterface;
use Psr\Log\LoggerInterface;
use Throwable;

/**
 * Tells the pages of a room's people that there is something new, where this Nextcloud has the app
 * "Client Push". What it is they ask for themselves, each with their own rights.
 */
class RoomPush
{
    /** What pages listen to. */
    private const MESSAGE = 'bluebridge_room';

    /** Where that app takes messages of other apps. */
    private const CHANNEL = 'notify_custom';

    public function __construct(
        private readonly ContainerInterface $container,
        private readonly RoomMapper $rooms,
        private readonly RoomPeople $people,
        private readonly LoggerInterface $logger,
    ) {
    }

    /** Tells whether pages may wait to be told. */
    public function isThere(): bool
    {
        return $this->queue() !== null;
    }

    /** Tells that something else is known of a meeting now. */
    public function changed(string $meetingID): void
    {
        $queue = $this->queue();
        $room = $queue === null ? null : $this->rooms->findByMeeting($meetingID);
        if ($queue === null || $room === null) {
            return;
        }
        try {
            foreach ($this->people->of($room, Role::Viewer) as $userId) {
                $queue->push(self::CHANNEL, ['user' => $userId, 'message' => self::MESSAGE, 'body' => ['id' => $room->getId()]]);
            }
        } catch (Throwable $error) {
            // Pages ask now and then all the same.
            $this->logger->warning('Pages could not be told of a room', ['exception' => $error, 'app' => 'bluebridge']);
        }
    }

    private function queue(): ?IQueue
    {
        if (!interface_exists(IQueue::class)) {
            return null;
        }
        try {
            $queue = $this->container->get(IQueue::class);
        } catch (Throwable) {
            return null;
        }

        // Without Redis that app is there and sends nothing.
        return $queue instanceof IQueue && !$queue instanceof NullQueue ? $queue : null;
    }
}
