<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Controller;

use OCA\Bluebridge\AppInfo\Application;
use OCA\Bluebridge\Attribute\RequireRole;
use OCA\Bluebridge\Calendar\OwnCalendars;
use OCA\Bluebridge\Calendar\Sessions;
use OCA\Bluebridge\Model\Role;
use OCA\Bluebridge\Service\Asker;
use OCA\Bluebridge\Service\RoomContext;
use OCP\AppFramework\Http;
use OCP\AppFramework\Http\Attribute\ApiRoute;
use OCP\AppFramework\Http\Attribute\NoAdminRequired;
use OCP\AppFramework\Http\Attribute\UserRateLimit;
use OCP\AppFramework\Http\DataResponse;
use OCP\AppFramework\OCSController;
use OCP\IRequest;

/** Sessions of rooms in calendars, in the API. */
final class SessionsController extends OCSController
{
    public function __construct(
        IRequest $request,
        private readonly Asker $asker,
        private readonly RoomContext $context,
        private readonly OwnCalendars $calendars,
        private readonly Sessions $sessions,
    ) {
        parent::__construct(Application::APP_ID, $request);
    }

    #[NoAdminRequired]
    #[ApiRoute(verb: 'GET', url: '/api/v1/calendars')]
    public function calendars(): DataResponse
    {
        return new DataResponse($this->calendars->of($this->asker->user()->getUID()));
    }

    #[NoAdminRequired]
    #[RequireRole(Role::Viewer)]
    #[ApiRoute(verb: 'GET', url: '/api/v1/rooms/{id}/sessions')]
    public function index(): DataResponse
    {
        return new DataResponse($this->sessions->coming($this->context->room()));
    }

    /** @param list<array{kind: string, target: string}> $attendees */
    #[NoAdminRequired]
    #[RequireRole(Role::Moderator)]
    #[UserRateLimit(limit: 30, period: 600)]
    #[ApiRoute(verb: 'POST', url: '/api/v1/rooms/{id}/sessions')]
    public function create(string $title = '', int $startsAt = 0, int $lengthMinutes = 0, string $calendar = '', array $attendees = []): DataResponse
    {
        $session = $this->sessions->plan($this->context->room(), $this->asker->user(), $title, $startsAt, $lengthMinutes, $calendar, $attendees);

        return new DataResponse($session, Http::STATUS_CREATED);
    }
}
