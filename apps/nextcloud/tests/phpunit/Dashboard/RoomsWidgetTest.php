<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Tests\Dashboard;

use OCA\Bluebridge\Dashboard\RoomsWidget;
use OCA\Bluebridge\Tests\MeetingTestCase;
use OCP\Dashboard\Model\WidgetButton;
use OCP\Dashboard\Model\WidgetItem;

/** Rooms on the dashboard. */
final class RoomsWidgetTest extends MeetingTestCase
{
    public function testRoomsWithPeopleStandFirstAndNobodyElsesAreShown(): void
    {
        $this->roomOf('alice', 'Biology');
        $open = $this->roomOf('alice', 'Physics');
        $this->roomOf('carol', 'Chemistry');
        $this->as('alice')->api('POST', "rooms/{$open}/start");
        $asked = count($this->host->http->sent());
        self::assertSame(['Physics', 'Biology'], $this->titlesFor('alice'));
        self::assertSame([], $this->titlesFor('bob'));
        self::assertCount($asked, $this->host->http->sent());
    }

    public function testItsButtonStartsACall(): void
    {
        [$button] = $this->buttonsFor('alice');
        self::assertSame(WidgetButton::TYPE_NEW, $button->getType());
        self::assertSame('Start a call', $button->getText());
        self::assertSame('https://cloud.example.org/apps/bluebridge?start=1', $button->getLink());
    }

    public function testWhoMayNotCallAnybodyHasNoButton(): void
    {
        $this->as('admin')->api('PUT', 'admin/rules/groups', ['groups' => [['group' => '', 'rooms' => 0]]]);
        self::assertSame([], $this->buttonsFor('alice'));
    }

    /** @return list<WidgetButton> */
    private function buttonsFor(string $userId): array
    {
        $this->host->container->forgetApp();

        return $this->host->container->get(RoomsWidget::class)->getWidgetButtons($userId);
    }

    /** @return list<string> */
    private function titlesFor(string $userId): array
    {
        $this->host->container->forgetApp();
        $items = $this->host->container->get(RoomsWidget::class)->getItemsV2($userId)->getItems();

        return array_map(static fn (WidgetItem $item): string => $item->getTitle(), array_values($items));
    }
}
