<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Activity;

use OCA\Bluebridge\AppInfo\Application;
use OCA\Bluebridge\Db\RoomMapper;
use OCA\Bluebridge\Service\RoomAddresses;
use OCP\Activity\Exceptions\UnknownActivityException;
use OCP\Activity\IEvent;
use OCP\Activity\IProvider;
use OCP\IL10N;
use OCP\IURLGenerator;
use OCP\IUserManager;
use OCP\L10N\IFactory;

/** Puts what happened in rooms into words. */
final class RoomProvider implements IProvider
{
    public function __construct(
        private readonly IFactory $languages,
        private readonly RoomMapper $rooms,
        private readonly RoomAddresses $addresses,
        private readonly IUserManager $users,
        private readonly IURLGenerator $urls,
    ) {
    }

    public function parse($language, IEvent $event, ?IEvent $previousEvent = null): IEvent
    {
        if ($event->getApp() !== Application::APP_ID) {
            throw new UnknownActivityException();
        }
        $l10n = $this->languages->get(Application::APP_ID, $language);
        $text = $this->wordsOf($event, $l10n) ?? throw new UnknownActivityException();
        $event->setIcon($this->urls->getAbsoluteURL($this->urls->imagePath(Application::APP_ID, 'app-dark.svg')));

        return $event->setRichSubject($text, $this->objectsOf($event, $text));
    }

    private function wordsOf(IEvent $event, IL10N $l10n): ?string
    {
        $isNamed = $event->getAuthor() !== '';

        return match ($event->getSubject()) {
            Journal::STARTED => $isNamed ? $l10n->t('{user} started a call in {room}') : $l10n->t('A call started in {room}'),
            Journal::ENDED => $l10n->t('The call in {room} is over'),
            Journal::RECORDING_READY => $l10n->t('The recording {recording} of {room} is ready'),
            Journal::SHARED => $l10n->t('{user} shared the room {room} with {member}'),
            default => null,
        };
    }

    /** @return array<string, array<string, string>> what the text names */
    private function objectsOf(IEvent $event, string $text): array
    {
        $room = $this->rooms->find($event->getObjectId());
        $objects = [
            'user' => $this->userNamed($event->getAuthor()),
            'member' => $this->userNamed(self::given($event, 'member')),
            'recording' => ['type' => 'highlight', 'id' => self::given($event, 'recordID'), 'name' => self::given($event, 'recording')],
            'room' => ['type' => 'highlight', 'id' => (string) $event->getObjectId(), 'name' => $room?->getName() ?? self::given($event, 'room')]
                + ($room === null ? [] : ['link' => $this->addresses->page($room)]),
        ];

        return array_filter($objects, static fn (string $name): bool => str_contains($text, '{' . $name . '}'), ARRAY_FILTER_USE_KEY);
    }

    /** @return array<string, string> */
    private function userNamed(string $id): array
    {
        return ['type' => 'user', 'id' => $id, 'name' => $this->users->getDisplayName($id) ?? $id];
    }

    private static function given(IEvent $event, string $name): string
    {
        $value = $event->getSubjectParameters()[$name] ?? '';

        return is_string($value) ? $value : '';
    }
}
