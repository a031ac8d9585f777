<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Tests;

use OCA\Bluebridge\Dashboard\RoomsWidget;
use OCA\Bluebridge\Event\MeetingOpened;
use OCA\Bluebridge\Hooks\OpenedMeetings;
use OCA\Bluebridge\Listener\AccountRemoval;
use OCA\Bluebridge\Listener\CalendarChange;
use OCA\Bluebridge\Listener\FileAction;
use OCA\Bluebridge\Listener\GroupRemoval;
use OCA\Bluebridge\Listener\ReferenceScript;
use OCA\Bluebridge\Middleware\ErrorMiddleware;
use OCA\Bluebridge\Middleware\RoleMiddleware;
use OCA\Bluebridge\Notification\Notifier;
use OCA\Bluebridge\Privacy\AccountForgotten;
use OCA\Bluebridge\Privacy\RoomsMigrator;
use OCA\Bluebridge\Reference\RoomReference;
use OCA\Bluebridge\Search\CallSearch;
use OCA\Bluebridge\Search\RoomSearch;
use OCA\Bluebridge\Server\BreakingTransport;
use OCA\Bluebridge\SetupChecks\CallbacksArrive;
use OCA\Bluebridge\SetupChecks\ClocksAgree;
use OCA\Bluebridge\SetupChecks\JobsAreDone;
use OCA\Bluebridge\SetupChecks\LimitsCount;
use OCA\Bluebridge\SetupChecks\MeetingsEnd;
use OCA\Bluebridge\SetupChecks\SecretIsSafe;
use OCA\Bluebridge\SetupChecks\ServerAnswers;
use OCA\Bluebridge\Vendor\Bluebridge\Core\Client\Transport;
use OCA\Circles\Events\DestroyingCircleEvent;
use OCA\DAV\Events\CalendarDeletedEvent;
use OCA\DAV\Events\CalendarMovedToTrashEvent;
use OCA\DAV\Events\CalendarRestoredEvent;
use OCA\Files\Event\LoadAdditionalScriptsEvent;
use OCP\Calendar\Events\CalendarObjectDeletedEvent;
use OCP\Calendar\Events\CalendarObjectMovedToTrashEvent;
use OCP\Calendar\Events\CalendarObjectRestoredEvent;
use OCP\Calendar\Events\CalendarObjectUpdatedEvent;
use OCP\Collaboration\Reference\RenderReferenceEvent;
use OCP\Group\Events\GroupDeletedEvent;
use OCP\User\Events\UserDeletedEvent;

/** What Nextcloud is told of this app. */
final class AppTest extends AppTestCase
{
    public function testEverythingThatIsRegisteredIsNamedHereAndCanBeMade(): void
    {
        $registered = $this->host->registered;
        self::assertSame([
            'middleware' => [ErrorMiddleware::class, RoleMiddleware::class],
            'setupCheck' => [ServerAnswers::class, LimitsCount::class, SecretIsSafe::class, ClocksAgree::class, JobsAreDone::class, CallbacksArrive::class, MeetingsEnd::class],
            'userMigrator' => [RoomsMigrator::class],
            'dashboardWidget' => [RoomsWidget::class],
            'searchProvider' => [RoomSearch::class, CallSearch::class],
            'notifier' => [Notifier::class],
            'referenceProvider' => [RoomReference::class],
        ], $registered->classes);
        self::assertSame([Transport::class => BreakingTransport::class], $registered->aliases);
        self::assertSame([
            UserDeletedEvent::class => [AccountRemoval::class, AccountForgotten::class],
            GroupDeletedEvent::class => [AccountRemoval::class, GroupRemoval::class],
            DestroyingCircleEvent::class => [AccountRemoval::class],
            MeetingOpened::class => [OpenedMeetings::class],
            LoadAdditionalScriptsEvent::class => [FileAction::class],
            RenderReferenceEvent::class => [ReferenceScript::class],
            CalendarObjectUpdatedEvent::class => [CalendarChange::class],
            CalendarObjectDeletedEvent::class => [CalendarChange::class],
            CalendarObjectMovedToTrashEvent::class => [CalendarChange::class],
            CalendarObjectRestoredEvent::class => [CalendarChange::class],
            CalendarDeletedEvent::class => [CalendarChange::class],
            CalendarMovedToTrashEvent::class => [CalendarChange::class],
            CalendarRestoredEvent::class => [CalendarChange::class],
        ], $registered->listeners);
        foreach ([RoleMiddleware::class, ErrorMiddleware::class, Notifier::class, AccountRemoval::class, BreakingTransport::class, ServerAnswers::class, LimitsCount::class] as $class) {
            self::assertInstanceOf($class, $this->host->container->get($class));
        }
    }

    public function testEachReleaseGetsTheActionForFilesThatItUnderstands(): void
    {
        self::assertSame('bluebridge-files32', FileAction::scriptFor(32));
        self::assertSame('bluebridge-files33', FileAction::scriptFor(33));
        self::assertSame('bluebridge-files33', FileAction::scriptFor(35));
    }
}
