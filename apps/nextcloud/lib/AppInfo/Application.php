<?php

declare(strict_types=1);

namespace OCA\Bluebridge\AppInfo;

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
use OCA\Bluebridge\Reference\RoomReference;
use OCA\Bluebridge\Privacy\AccountForgotten;
use OCA\Bluebridge\Privacy\RoomsMigrator;
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
use OCP\AppFramework\App;
use OCP\AppFramework\Bootstrap\IBootContext;
use OCP\AppFramework\Bootstrap\IBootstrap;
use OCP\AppFramework\Bootstrap\IRegistrationContext;
use OCP\Calendar\Events\CalendarObjectDeletedEvent;
use OCP\Calendar\Events\CalendarObjectMovedToTrashEvent;
use OCP\Calendar\Events\CalendarObjectRestoredEvent;
use OCP\Calendar\Events\CalendarObjectUpdatedEvent;
use OCP\Collaboration\Reference\RenderReferenceEvent;
use OCP\Group\Events\GroupDeletedEvent;
use OCP\User\Events\UserDeletedEvent;
use RuntimeException;

// The core, below this app's own namespace: another app may bring another version of it.
// Where it is missing, this must not end every page of the Nextcloud.
if (is_file(__DIR__ . '/../../vendor-php/autoload.php')) {
    require_once __DIR__ . '/../../vendor-php/autoload.php';
}

/** Tells Nextcloud what this app brings. Nothing else happens before Nextcloud asks for it. */
final class Application extends App implements IBootstrap
{
    public const APP_ID = 'bluebridge';

    public function __construct()
    {
        parent::__construct(self::APP_ID);
    }

    public function register(IRegistrationContext $context): void
    {
        if (!interface_exists(Transport::class)) {
            throw new RuntimeException('vendor-php is missing: this is a part of the app only. Install its archive.');
        }
        $context->registerMiddleware(ErrorMiddleware::class);
        $context->registerMiddleware(RoleMiddleware::class);
        $context->registerEventListener(UserDeletedEvent::class, AccountRemoval::class);
        $context->registerEventListener(GroupDeletedEvent::class, AccountRemoval::class);
        $context->registerEventListener(DestroyingCircleEvent::class, AccountRemoval::class);
        $context->registerEventListener(GroupDeletedEvent::class, GroupRemoval::class);
        $context->registerSetupCheck(ServerAnswers::class);
        $context->registerSetupCheck(LimitsCount::class);
        foreach ([SecretIsSafe::class, ClocksAgree::class, JobsAreDone::class, CallbacksArrive::class] as $check) {
            $context->registerSetupCheck($check);
        }
        $context->registerUserMigrator(RoomsMigrator::class);
        $context->registerEventListener(UserDeletedEvent::class, AccountForgotten::class);
        $context->registerSetupCheck(MeetingsEnd::class);
        $context->registerEventListener(MeetingOpened::class, OpenedMeetings::class);
        $context->registerEventListener(LoadAdditionalScriptsEvent::class, FileAction::class);
        $context->registerDashboardWidget(RoomsWidget::class);
        $context->registerSearchProvider(RoomSearch::class);
        $context->registerSearchProvider(CallSearch::class);
        $context->registerNotifierService(Notifier::class);
        $context->registerReferenceProvider(RoomReference::class);
        $context->registerEventListener(RenderReferenceEvent::class, ReferenceScript::class);
        foreach ([CalendarObjectUpdatedEvent::class, CalendarObjectDeletedEvent::class, CalendarObjectMovedToTrashEvent::class, CalendarObjectRestoredEvent::class] as $event) {
            $context->registerEventListener($event, CalendarChange::class);
        }
        foreach ([CalendarDeletedEvent::class, CalendarMovedToTrashEvent::class, CalendarRestoredEvent::class] as $event) {
            $context->registerEventListener($event, CalendarChange::class);
        }
        $context->registerServiceAlias(Transport::class, BreakingTransport::class);
        foreach (SensitiveMethods::ALL as $class => $methods) {
            $context->registerSensitiveMethods($class, $methods);
        }
    }

    public function boot(IBootContext $context): void
    {
    }
}
