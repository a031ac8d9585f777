<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Reference;

use OCA\Bluebridge\Db\Room;
use OCA\Bluebridge\Model\Role;
use OCA\Bluebridge\Service\RoomAddresses;
use OCA\Bluebridge\Service\RoomCards;
use OCP\IL10N;
use OCP\IURLGenerator;

/**
 * What a card shows of a room in a text or a chat. Asks no server.
 *
 * @phpstan-type Facts array{id: int, name: string, url: string, owner: string, joinUrl: string, state: string, participantCount: int, text: string, may: array{join: bool}}
 */
class RoomFacts
{
    public function __construct(
        private readonly RoomCards $cards,
        private readonly RoomAddresses $addresses,
        private readonly IURLGenerator $urls,
        private readonly IL10N $l10n,
    ) {
    }

    /** @return Facts */
    public function of(Room $room, Role $role): array
    {
        $card = $this->cards->of($room, $role);

        return [
            'id' => $card['id'],
            'name' => $card['name'],
            'url' => $this->addresses->page($room),
            'owner' => $card['owner']['name'],
            'joinUrl' => $this->urls->linkToRouteAbsolute('bluebridge.page.join', ['id' => $card['id']]),
            'state' => $card['state'],
            'participantCount' => $card['participantCount'],
            'text' => $card['isArchived'] ? $this->l10n->t('Archived') : match ($card['state']) {
                'open' => $this->l10n->n('%n person is in', '%n people are in', $card['participantCount']),
                'waiting' => $this->l10n->t('Somebody is waiting'),
                default => $this->l10n->t('Nobody is in'),
            },
            'may' => ['join' => !$card['isArchived']],
        ];
    }
}
