<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Controller;

use OCA\Bluebridge\AppInfo\Application;
use OCA\Bluebridge\Administration\AllRooms;
use OCA\Bluebridge\Administration\CleanUpRules;
use OCA\Bluebridge\Administration\RoomDeeds;
use OCA\Bluebridge\Settings\AdminSettings;
use OCP\AppFramework\Http\Attribute\ApiRoute;
use OCP\AppFramework\Http\Attribute\AuthorizedAdminSetting;
use OCP\AppFramework\Http\Attribute\PasswordConfirmationRequired;
use OCP\AppFramework\Http\DataResponse;
use OCP\AppFramework\OCSController;
use OCP\IRequest;

/** All rooms for administrators, in the API. */
final class AllRoomsController extends OCSController
{
    public function __construct(
        IRequest $request,
        private readonly AllRooms $all,
        private readonly RoomDeeds $deeds,
        private readonly CleanUpRules $rules,
    ) {
        parent::__construct(Application::APP_ID, $request);
    }

    #[AuthorizedAdminSetting(settings: AdminSettings::class)]
    #[ApiRoute(verb: 'GET', url: '/api/v1/admin/rooms')]
    public function index(string $search = '', string $owner = '', string $archived = '', int $unusedDays = 0, int $page = 1): DataResponse
    {
        return new DataResponse($this->all->list($search, $owner, $archived, $unusedDays, $page));
    }

    /** @param list<int> $ids */
    #[AuthorizedAdminSetting(settings: AdminSettings::class)]
    #[PasswordConfirmationRequired]
    #[ApiRoute(verb: 'POST', url: '/api/v1/admin/rooms')]
    public function deed(string $deed = '', array $ids = [], string $userId = '', string $serverId = ''): DataResponse
    {
        return new DataResponse($this->deeds->run($deed, $ids, $userId, $serverId));
    }

    #[AuthorizedAdminSetting(settings: AdminSettings::class)]
    #[ApiRoute(verb: 'GET', url: '/api/v1/admin/cleanup')]
    public function cleanUp(): DataResponse
    {
        return new DataResponse($this->rules->read());
    }

    #[AuthorizedAdminSetting(settings: AdminSettings::class)]
    #[PasswordConfirmationRequired]
    #[ApiRoute(verb: 'PUT', url: '/api/v1/admin/cleanup')]
    public function keepCleanUp(int $archiveAfterDays = 0, int $deleteAfterDays = 0): DataResponse
    {
        $this->rules->keep($archiveAfterDays, $deleteAfterDays);

        return new DataResponse($this->rules->read());
    }
}
