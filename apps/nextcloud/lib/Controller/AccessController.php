<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Controller;

use OCA\Bluebridge\AppInfo\Application;
use OCA\Bluebridge\Attribute\RequireRole;
use OCA\Bluebridge\Model\Role;
use OCA\Bluebridge\Service\Asker;
use OCA\Bluebridge\Service\GuestAccess;
use OCA\Bluebridge\Service\RoomContext;
use OCP\AppFramework\Http\Attribute\ApiRoute;
use OCP\AppFramework\Http\Attribute\NoAdminRequired;
use OCP\AppFramework\Http\DataResponse;
use OCP\AppFramework\OCSController;
use OCP\IRequest;

/** The ways into a room for those it is not shared with, in the API. Codes go in and never come out. */
final class AccessController extends OCSController
{
    public function __construct(
        IRequest $request,
        private readonly RoomContext $context,
        private readonly Asker $asker,
        private readonly GuestAccess $access,
    ) {
        parent::__construct(Application::APP_ID, $request);
    }

    #[NoAdminRequired]
    #[RequireRole(Role::Manager)]
    #[ApiRoute(verb: 'GET', url: '/api/v1/rooms/{id}/access')]
    public function show(): DataResponse
    {
        return new DataResponse($this->access->of($this->context->room()));
    }

    /** A code that is null is taken away; one that is left out stays. */
    #[NoAdminRequired]
    #[RequireRole(Role::Manager)]
    #[ApiRoute(verb: 'PATCH', url: '/api/v1/rooms/{id}/access')]
    public function update(
        ?bool $isPublic = null,
        ?bool $lobby = null,
        ?bool $loginRequired = null,
        ?string $viewerCode = null,
        ?string $moderatorCode = null,
    ): DataResponse {
        $codes = array_intersect_key(
            ['viewerCode' => $viewerCode, 'moderatorCode' => $moderatorCode],
            $this->request->getParams(),
        );
        $room = $this->access->change($this->context->room(), $this->asker->user(), $isPublic, $lobby, $loginRequired, $codes);

        return new DataResponse($this->access->of($room));
    }
}
