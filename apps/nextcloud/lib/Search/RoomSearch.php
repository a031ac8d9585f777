<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Search;

use OCA\Bluebridge\Service\RoomAccess;
use OCA\Bluebridge\Service\RoomAddresses;
use OCP\IL10N;
use OCP\IURLGenerator;
use OCP\IUser;
use OCP\Search\IProvider;
use OCP\Search\ISearchQuery;
use OCP\Search\SearchResult;
use OCP\Search\SearchResultEntry;

/** Finds rooms by their names, in Nextcloud's own search. A hit leads to the room itself. */
final class RoomSearch implements IProvider
{
    public function __construct(
        private readonly RoomAccess $access,
        private readonly RoomAddresses $addresses,
        private readonly IURLGenerator $urls,
        private readonly IL10N $l10n,
    ) {
    }

    public function getId(): string
    {
        return 'bluebridge-rooms';
    }

    public function getName(): string
    {
        return $this->l10n->t('Rooms for calls');
    }

    /** @param array<string, mixed> $routeParameters */
    public function getOrder(string $route, array $routeParameters): int
    {
        return str_starts_with($route, 'bluebridge.') ? -1 : 30;
    }

    public function search(IUser $user, ISearchQuery $query): SearchResult
    {
        $found = [];
        foreach ($this->access->roomsOf($user) as [$room]) {
            if ($room->getArchivedAt() === 0 && mb_stripos($room->getName(), trim($query->getTerm())) !== false) {
                $found[] = new SearchResultEntry(
                    $this->urls->imagePath('bluebridge', 'app-dark.svg'),
                    $room->getName(),
                    $room->getOwnerId() === $user->getUID() ? $this->l10n->t('Your room') : $this->l10n->t('Shared with you'),
                    $this->addresses->page($room),
                );
            }
        }

        return SearchResult::complete($this->getName(), array_slice($found, 0, $query->getLimit()));
    }
}
