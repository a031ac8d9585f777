<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Notification;

use DateTime;
use OCA\Bluebridge\AppInfo\Application;
use OCA\Bluebridge\Clock;
use OCA\Bluebridge\Db\Room;
use OCA\Bluebridge\Db\Session;
use OCP\IUser;
use OCP\Notification\IManager;
use OCP\Notification\INotification;

/** Tells users about rooms by Nextcloud's notifications. */
class Notices
{
    public const INVITED = 'invited';

    public const STARTED = 'started';

    public const WAITING = 'waiting';

    public const RECORDING_READY = 'recording_ready';

    public const PLANNED = 'planned';

    public const RECORDING_SAVED = 'recording_saved';

    public const RECORDING_NOT_SAVED = 'recording_not_saved';

    public const ALL = [self::INVITED, self::STARTED, self::WAITING, self::RECORDING_READY, self::PLANNED, self::RECORDING_SAVED, self::RECORDING_NOT_SAVED];

    private const ROOM = 'room';

    public function __construct(private readonly IManager $manager, private readonly Clock $clock)
    {
    }

    /** Tells somebody that a room is shared with them now. */
    public function invited(Room $room, string $userId, IUser $by): void
    {
        $this->send(self::INVITED, $room, $userId, ['by' => $by->getUID()]);
    }

    /**
     * Tells people that somebody calls them.
     *
     * @param list<string> $userIds
     */
    public function started(Room $room, array $userIds, IUser $by): void
    {
        $this->sendAll(self::STARTED, $room, array_values(array_diff($userIds, [$by->getUID()])), ['by' => $by->getUID()]);
    }

    /**
     * Tells people that somebody waits to be let into a room.
     *
     * @param list<string> $userIds
     */
    public function waiting(Room $room, string $guest, array $userIds): void
    {
        $this->sendAll(self::WAITING, $room, $userIds, ['guest' => $guest]);
    }

    /**
     * Tells people that a recording can be watched.
     *
     * @param list<string> $userIds
     */
    public function recordingReady(Room $room, string $recordID, string $name, array $userIds): void
    {
        $this->sendAll(self::RECORDING_READY, $room, $userIds, ['recordID' => $recordID, 'recording' => $name], isOnlyOne: false);
    }

    /**
     * Tells people of a session who are invited to it without an address in its event.
     *
     * @param list<string> $userIds
     */
    public function planned(Room $room, array $userIds, IUser $by, Session $session): void
    {
        $parameters = ['by' => $by->getUID(), 'session' => $session->getTitle(), 'startsAt' => (string) $session->getStartsAt()];
        $this->sendAll(self::PLANNED, $room, $userIds, $parameters, isOnlyOne: false);
    }

    /**
     * Tells somebody what became of a recording that was to be saved.
     *
     * @param string|null $path in their files; null when it could not be saved
     */
    public function saved(Room $room, string $recordID, string $name, ?string $path, string $userId): void
    {
        $subject = $path === null ? self::RECORDING_NOT_SAVED : self::RECORDING_SAVED;
        $this->sendAll($subject, $room, [$userId], ['recordID' => $recordID, 'recording' => $name, 'path' => $path ?? ''], isOnlyOne: false);
    }

    /** Takes back what people were told of a room. */
    public function withdraw(Room $room, string $subject): void
    {
        $this->manager->markProcessed($this->notification($room, null)->setSubject($subject));
    }

    /** Takes back what somebody was told of a room, or everybody. */
    public function forget(Room $room, ?string $userId = null): void
    {
        $this->manager->markProcessed($this->notification($room, $userId));
    }

    /**
     * @param list<string> $userIds
     * @param array<string, string> $parameters
     * @param bool $isOnlyOne whether a person has one of these for the room, the latest
     */
    private function sendAll(string $subject, Room $room, array $userIds, array $parameters, bool $isOnlyOne = true): void
    {
        $mustFlush = $this->manager->defer();
        foreach ($userIds as $userId) {
            if ($isOnlyOne) {
                $this->manager->markProcessed($this->notification($room, $userId)->setSubject($subject));
            }
            $this->send($subject, $room, $userId, $parameters);
        }
        if ($mustFlush) {
            $this->manager->flush();
        }
    }

    /** @param array<string, string> $parameters */
    private function send(string $subject, Room $room, string $userId, array $parameters): void
    {
        $notification = $this->notification($room, $userId)
            ->setSubject($subject, $parameters + ['name' => $room->getName()])
            ->setDateTime((new DateTime())->setTimestamp(intdiv($this->clock->now(), 1000)));
        $this->manager->notify($notification);
    }

    private function notification(Room $room, ?string $userId): INotification
    {
        $notification = $this->manager->createNotification()
            ->setApp(Application::APP_ID)
            ->setObject(self::ROOM, (string) $room->getId());

        return $userId === null ? $notification : $notification->setUser($userId);
    }
}
