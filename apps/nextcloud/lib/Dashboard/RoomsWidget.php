<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Dashboard;

use OCA\Bluebridge\AppInfo\Application;
use OCA\Bluebridge\Service\Quotas;
use OCA\Bluebridge\Service\RoomCards;
use OCP\Dashboard\IButtonWidget;
use OCP\Dashboard\IIconWidget;
use OCP\Dashboard\IReloadableWidget;
use OCP\Dashboard\Model\WidgetButton;
use OCP\Dashboard\Model\WidgetItem;
use OCP\Dashboard\Model\WidgetItems;
use OCP\IL10N;
use OCP\IURLGenerator;
use OCP\IUserManager;

/**
 * Rooms on the dashboard, those where people are first. Nextcloud draws it, so no script of ours is
 * loaded there.
 *
 * @phpstan-import-type Card from RoomCards
 */
final class RoomsWidget implements IButtonWidget, IIconWidget, IReloadableWidget
{
    private const RELOAD_SECONDS = 60;

    public function __construct(
        private readonly RoomCards $cards,
        private readonly Quotas $quotas,
        private readonly IUserManager $users,
        private readonly IURLGenerator $urls,
        private readonly IL10N $l10n,
    ) {
    }

    public function getId(): string
    {
        return Application::APP_ID;
    }

    public function getTitle(): string
    {
        return $this->l10n->t('Calls');
    }

    public function getOrder(): int
    {
        return 30;
    }

    public function getIconClass(): string
    {
        return 'icon-bluebridge';
    }

    public function getIconUrl(): string
    {
        return $this->urls->getAbsoluteURL($this->urls->imagePath(Application::APP_ID, 'app-dark.svg'));
    }

    public function getUrl(): string
    {
        return $this->urls->linkToRouteAbsolute('bluebridge.page.index');
    }

    public function load(): void
    {
    }

    public function getReloadInterval(): int
    {
        return self::RELOAD_SECONDS;
    }

    public function getItemsV2(string $userId, ?string $since = null, int $limit = 7): WidgetItems
    {
        $user = $this->users->get($userId);
        $cards = $user === null ? [] : array_filter($this->cards->ofPerson($user), static fn (array $card): bool => !$card['isArchived']);
        // Sorting keeps the order by name among equals.
        usort($cards, static fn (array $one, array $other): int => self::rank($one['state']) <=> self::rank($other['state']));
        $items = array_map($this->item(...), array_slice($cards, 0, $limit));

        return new WidgetItems($items, $items === [] ? $this->l10n->t('No rooms yet') : '');
    }

    /** @return list<WidgetButton> */
    public function getWidgetButtons(string $userId): array
    {
        $user = $this->users->get($userId);
        if ($user === null || !$this->quotas->mayCreate($user)) {
            return [];
        }

        return [new WidgetButton(WidgetButton::TYPE_NEW, $this->getUrl() . '?start=1', $this->l10n->t('Start a call'))];
    }

    /** @param Card $card */
    private function item(array $card): WidgetItem
    {
        $subtitle = match ($card['state']) {
            'open' => $this->l10n->n('%n person is in', '%n people are in', $card['participantCount']),
            'waiting' => $this->l10n->t('Somebody is waiting'),
            'closed', 'unknown' => '',
        };
        $link = $this->urls->linkToRouteAbsolute('bluebridge.page.room', ['id' => $card['id']]);

        return new WidgetItem($card['name'], $subtitle, $link, $this->getIconUrl(), (string) $card['id']);
    }

    private static function rank(string $state): int
    {
        return match ($state) {
            'open' => 0,
            'waiting' => 1,
            default => 2,
        };
    }
}
