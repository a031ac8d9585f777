<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Notification;

use OCA\Bluebridge\AppInfo\Application;
use OCA\Bluebridge\Db\RecordingMapper;
use OCA\Bluebridge\Db\Room;
use OCA\Bluebridge\Db\RoomMapper;
use OCA\Bluebridge\Model\Role;
use OCA\Bluebridge\Recording\RecordingCards;
use OCA\Bluebridge\Service\RoomAccess;
use OCA\Bluebridge\Service\RoomAddresses;
use OCP\IDateTimeFormatter;
use OCP\IL10N;
use OCP\IURLGenerator;
use OCP\IUserManager;
use OCP\L10N\IFactory;
use OCP\Notification\AlreadyProcessedException;
use OCP\Notification\INotification;
use OCP\Notification\INotifier;
use OCP\Notification\UnknownNotificationException;

/** Puts notifications into words. What was told of a room that somebody may not see any more is gone. */
final class Notifier implements INotifier
{
    private const OF_RECORDINGS = [Notices::RECORDING_READY, Notices::RECORDING_SAVED, Notices::RECORDING_NOT_SAVED];

    public function __construct(
        private readonly IFactory $languages,
        private readonly RoomMapper $rooms,
        private readonly RecordingMapper $recordings,
        private readonly RecordingCards $cards,
        private readonly RoomAccess $access,
        private readonly RoomAddresses $addresses,
        private readonly IUserManager $users,
        private readonly IURLGenerator $urls,
        private readonly IDateTimeFormatter $times,
    ) {
    }

    public function getID(): string
    {
        return Application::APP_ID;
    }

    public function getName(): string
    {
        return $this->languages->get(Application::APP_ID)->t('Calls');
    }

    public function prepare(INotification $notification, string $languageCode): INotification
    {
        if ($notification->getApp() !== Application::APP_ID || !in_array($notification->getSubject(), Notices::ALL, true)) {
            throw new UnknownNotificationException();
        }
        $room = $this->roomOf($notification);
        $l10n = $this->languages->get(Application::APP_ID, $languageCode);
        [$text, $label] = self::wordsOf($notification->getSubject(), $l10n);
        $link = $this->linkOf($notification, $room);
        $action = $notification->createAction()
            ->setLabel('open')
            ->setParsedLabel($label)
            ->setLink($link, 'WEB')
            ->setPrimary(true);

        return $notification
            ->setRichSubject($text, $this->parametersOf($notification, $room, $text, $l10n))
            ->setLink($link)
            ->setIcon($this->urls->getAbsoluteURL($this->urls->imagePath(Application::APP_ID, 'app-dark.svg')))
            ->addParsedAction($action);
    }

    /** @return array{string, string} what is told, and what the button says */
    private static function wordsOf(string $subject, IL10N $l10n): array
    {
        return match ($subject) {
            Notices::STARTED => [$l10n->t('{user} calls you in {room}'), $l10n->t('Join call')],
            Notices::WAITING => [$l10n->t('{guest} waits in {room}'), $l10n->t('Open room')],
            Notices::RECORDING_READY => [$l10n->t('The recording {recording} of {room} is ready'), $l10n->t('Show recordings')],
            Notices::RECORDING_SAVED => [$l10n->t('{recording} was saved in your files: {path}'), $l10n->t('Show recordings')],
            Notices::RECORDING_NOT_SAVED => [$l10n->t('{recording} could not be saved. Is there room enough in your files?'), $l10n->t('Show recordings')],
            Notices::PLANNED => [$l10n->t('{user} invites you to {session} on {time}'), $l10n->t('Open room')],
            default => [$l10n->t('{user} shared the room {room} with you'), $l10n->t('Open room')],
        };
    }

    private function linkOf(INotification $notification, Room $room): string
    {
        // Who is invited to a session need not be a member.
        if ($notification->getSubject() === Notices::PLANNED) {
            return $this->addresses->open($room);
        }

        return $this->addresses->page($room) . (in_array($notification->getSubject(), self::OF_RECORDINGS, true) ? '#recordings' : '');
    }

    /** @throws AlreadyProcessedException when the person may not see the room any more */
    private function roomOf(INotification $notification): Room
    {
        $room = $this->rooms->find((int) $notification->getObjectId());
        $user = $this->users->get($notification->getUser());
        $role = $room === null || $user === null ? null : $this->access->roleOf($room, $user);
        // Who leads the room no more lets nobody in.
        $least = $notification->getSubject() === Notices::WAITING ? Role::Moderator : Role::Viewer;
        $isMember = $role !== null && $role->reaches($least);
        if ($room === null || $user === null || (!$isMember && $notification->getSubject() !== Notices::PLANNED)) {
            throw new AlreadyProcessedException();
        }
        if ($notification->getSubject() === Notices::RECORDING_READY && ($role === null || !$this->isSeen($notification, $room, $role))) {
            throw new AlreadyProcessedException();
        }

        return $room;
    }

    /** Tells whether a recording is still there, and still for them. */
    private function isSeen(INotification $notification, Room $room, Role $role): bool
    {
        $recordID = $notification->getSubjectParameters()['recordID'] ?? '';
        $recording = is_string($recordID) ? $this->recordings->find($room->getId(), $recordID) : null;

        return $recording !== null && $this->cards->of($room, $recording, $role) !== null;
    }

    /** @return array<string, array<string, string>> what the text names */
    private function parametersOf(INotification $notification, Room $room, string $text, IL10N $l10n): array
    {
        $given = static fn (string $name): string =>
            is_string($notification->getSubjectParameters()[$name] ?? null) ? $notification->getSubjectParameters()[$name] : '';
        $parameters = [
            'user' => ['type' => 'user', 'id' => $given('by'), 'name' => $this->users->getDisplayName($given('by')) ?? $given('by')],
            'guest' => ['type' => 'highlight', 'id' => 'guest', 'name' => $given('guest')],
            'recording' => ['type' => 'highlight', 'id' => $given('recordID'), 'name' => $given('recording')],
            'path' => ['type' => 'highlight', 'id' => 'path', 'name' => $given('path')],
            'session' => ['type' => 'highlight', 'id' => 'session', 'name' => $given('session')],
            'time' => ['type' => 'highlight', 'id' => 'time', 'name' => $this->times->formatDateTime(intdiv((int) $given('startsAt'), 1000), 'long', 'short', null, $l10n)],
            'room' => ['type' => 'highlight', 'id' => (string) $room->getId(), 'name' => $room->getName(), 'link' => $this->addresses->page($room)],
        ];

        return array_filter($parameters, static fn (string $name): bool => str_contains($text, '{' . $name . '}'), ARRAY_FILTER_USE_KEY);
    }
}
