<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Controller;

use OCA\Bluebridge\AppInfo\Application;
use OCA\Bluebridge\Service\Targets;
use OCP\AppFramework\Http\Attribute\ApiRoute;
use OCP\AppFramework\Http\Attribute\NoAdminRequired;
use OCP\AppFramework\Http\Attribute\UserRateLimit;
use OCP\AppFramework\Http\DataResponse;
use OCP\AppFramework\OCSController;
use OCP\IRequest;

/** Finds whom a room can be shared with. */
final class PeopleController extends OCSController
{
    public function __construct(
        IRequest $request,
        private readonly Targets $targets,
    ) {
        parent::__construct(Application::APP_ID, $request);
    }

    #[NoAdminRequired]
    #[UserRateLimit(limit: 120, period: 60)]
    #[ApiRoute(verb: 'GET', url: '/api/v1/people')]
    public function index(string $search = ''): DataResponse
    {
        return new DataResponse(trim($search) === '' ? [] : $this->targets->find(trim($search)));
    }
}
