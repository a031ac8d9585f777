<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Tests\Weight;

use OCA\Bluebridge\AppInfo\Application;
use OCA\Bluebridge\ContactsMenu\CallProvider;
use OCA\Bluebridge\Dashboard\RoomsWidget;
use OCA\Bluebridge\Listener\FileAction;
use OCA\Bluebridge\Search\RoomSearch;
use OCA\Bluebridge\Tests\AppTestCase;
use OCA\Bluebridge\Tests\Kit\Contacts\Contact;
use OCA\Files\Event\LoadAdditionalScriptsEvent;
use OCP\AppFramework\Bootstrap\IBootContext;
use OCP\Search\ISearchQuery;
use OCP\Util;

/** Pages of Nextcloud on which rooms are shown by Nextcloud's own means load nothing of ours. */
final class NothingOfOursTest extends AppTestCase
{
    protected function setUp(): void
    {
        parent::setUp();
        $this->roomOf('alice');
        Util::$added = [];
        (new Application())->boot(self::createStub(IBootContext::class));
    }

    public function testTheDashboardLoadsNothing(): void
    {
        $widget = $this->host->container->get(RoomsWidget::class);
        $widget->load();
        self::assertCount(1, $widget->getItemsV2('alice')->getItems());
        $this->assertNothingLoads('the dashboard');
    }

    public function testTheSearchLoadsNothing(): void
    {
        $alice = $this->host->people->get('alice');
        self::assertNotNull($alice);
        $query = self::createStub(ISearchQuery::class);
        $query->method('getTerm')->willReturn('phys');
        $query->method('getLimit')->willReturn(5);
        $result = $this->host->container->get(RoomSearch::class)->search($alice, $query);
        self::assertStringContainsString('Physics', json_encode($result, JSON_THROW_ON_ERROR));
        $this->assertNothingLoads('the search');
    }

    public function testTheMenuOfContactsLoadsNothing(): void
    {
        $this->as('alice');
        $contact = new Contact('Bob', ['UID' => 'bob', 'isLocalSystemBook' => true]);
        $this->host->container->get(CallProvider::class)->process($contact);
        self::assertCount(1, $contact->actions);
        $this->assertNothingLoads('the menu of contacts');
    }

    public function testWhatDoesLoadIsSeen(): void
    {
        $this->host->container->get(FileAction::class)->handle(new LoadAdditionalScriptsEvent());
        self::assertNotSame([], Util::$added);
    }

    private function assertNothingLoads(string $where): void
    {
        fwrite(STDOUT, sprintf("\nFigure: %s loads %d scripts and styles of ours.\n", $where, count(Util::$added)));
        self::assertSame([], Util::$added);
    }
}
