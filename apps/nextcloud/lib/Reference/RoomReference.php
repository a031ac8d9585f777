<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Reference;

use OCA\Bluebridge\AppInfo\Application;
use OCA\Bluebridge\Clock;
use OCA\Bluebridge\Db\Room;
use OCA\Bluebridge\Db\RoomMapper;
use OCA\Bluebridge\Service\RoomAccess;
use OCP\Collaboration\Reference\ADiscoverableReferenceProvider;
use OCP\Collaboration\Reference\IReference;
use OCP\Collaboration\Reference\ISearchableReferenceProvider;
use OCP\Collaboration\Reference\Reference;
use OCP\IL10N;
use OCP\IURLGenerator;
use OCP\IUserSession;

/**
 * Shows the address of a room as a card, with who is in, to those it is shared with. The Smart Picker
 * finds rooms by the search for them.
 */
final class RoomReference extends ADiscoverableReferenceProvider implements ISearchableReferenceProvider
{
    public const TYPE = 'bluebridge_room';

    private const SEARCH = 'bluebridge-rooms';

    /** How old a card may be that is made anew for each person, ms. */
    private const FRESH_FOR = 30_000;

    public function __construct(
        private readonly RoomMapper $rooms,
        private readonly RoomAccess $access,
        private readonly RoomFacts $facts,
        private readonly IUserSession $session,
        private readonly IURLGenerator $urls,
        private readonly IL10N $l10n,
        private readonly Clock $clock,
    ) {
    }

    public function getId(): string
    {
        return 'bluebridge-room';
    }

    public function getTitle(): string
    {
        return $this->l10n->t('Rooms for calls');
    }

    public function getOrder(): int
    {
        return 20;
    }

    public function getIconUrl(): string
    {
        return $this->urls->getAbsoluteURL($this->urls->imagePath(Application::APP_ID, 'app-dark.svg'));
    }

    public function getSupportedSearchProviderIds(): array
    {
        return [self::SEARCH];
    }

    public function matchReference(string $referenceText): bool
    {
        return $this->named($referenceText) !== null;
    }

    /** Null leaves the address to others: to who may not see the room it is an address as any. */
    public function resolveReference(string $referenceText): ?IReference
    {
        $room = $this->roomAt($referenceText);
        $user = $this->session->getUser();
        $role = $room === null || $user === null ? null : $this->access->roleOf($room, $user);
        if ($room === null || $role === null) {
            return null;
        }
        $facts = $this->facts->of($room, $role);
        $reference = new Reference($referenceText);
        $reference->setTitle($facts['name']);
        $reference->setDescription($facts['text']);
        $reference->setImageUrl($this->getIconUrl());
        $reference->setUrl($facts['url']);
        $reference->setRichObject(self::TYPE, $facts);

        return $reference;
    }

    public function getCachePrefix(string $referenceId): string
    {
        $named = $this->named($referenceId);

        return $named === null ? $referenceId : implode(' ', $named);
    }

    /** Cards are for one person each, since rooms are, and for a short while. */
    public function getCacheKey(string $referenceId): string
    {
        return ($this->session->getUser()?->getUID() ?? '') . ' ' . intdiv($this->clock->now(), self::FRESH_FOR);
    }

    private function roomAt(string $address): ?Room
    {
        $named = $this->named($address);

        return match ($named[0] ?? '') {
            'rooms' => $this->rooms->find((int) ($named[1] ?? '')),
            'r' => $this->rooms->findByToken($named[1] ?? ''),
            default => null,
        };
    }

    /** @return array{string, string}|null by what an address of ours names a room, and which */
    private function named(string $address): ?array
    {
        $base = preg_quote(rtrim($this->urls->getBaseUrl(), '/'), '~');
        $isOurs = preg_match("~^{$base}(?:/index\\.php)?/apps/bluebridge/(?:(rooms)/(\\d{1,15})|(r)/([A-Za-z0-9]{8,64}))/?(?:[?#].*)?$~D", trim($address), $parts) === 1;
        if (!$isOurs) {
            return null;
        }

        return $parts[1] === '' ? [$parts[3] ?? '', $parts[4] ?? ''] : [$parts[1], $parts[2]];
    }
}
