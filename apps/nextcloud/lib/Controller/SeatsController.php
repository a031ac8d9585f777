<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Controller;

use OCA\Bluebridge\AppInfo\Application;
use OCA\Bluebridge\Attribute\RequireRole;
use OCA\Bluebridge\Exception\Problem;
use OCA\Bluebridge\Model\Role;
use OCA\Bluebridge\Schedule\Extension;
use OCA\Bluebridge\Seats\SeatSigns;
use OCA\Bluebridge\Seats\SeatWords;
use OCA\Bluebridge\Service\Asker;
use OCA\Bluebridge\Service\RoomContext;
use OCP\AppFramework\Http\Attribute\ApiRoute;
use OCP\AppFramework\Http\Attribute\NoAdminRequired;
use OCP\AppFramework\Http\Attribute\UserRateLimit;
use OCP\AppFramework\Http\DataResponse;
use OCP\AppFramework\OCSController;
use OCP\IRequest;

/** The seats of a room and the end of its meeting in the API, for those who lead it. */
final class SeatsController extends OCSController
{
    public function __construct(
        IRequest $request,
        private readonly Asker $asker,
        private readonly RoomContext $context,
        private readonly SeatSigns $signs,
        private readonly SeatWords $words,
        private readonly Extension $extension,
    ) {
        parent::__construct(Application::APP_ID, $request);
    }

    #[NoAdminRequired]
    #[RequireRole(Role::Moderator)]
    #[ApiRoute(verb: 'GET', url: '/api/v1/rooms/{id}/seats')]
    public function show(): DataResponse
    {
        return new DataResponse($this->signs->of($this->context->room(), $this->asker->user()));
    }

    /** Moves the planned end by half an hour. */
    #[NoAdminRequired]
    #[RequireRole(Role::Moderator)]
    #[UserRateLimit(limit: 30, period: 60)]
    #[ApiRoute(verb: 'POST', url: '/api/v1/rooms/{id}/extend')]
    public function extend(): DataResponse
    {
        $room = $this->context->room();
        $extended = $this->extension->of($room->getId());
        if (is_string($extended)) {
            throw Problem::conflict("extension_{$extended}");
        }

        return new DataResponse([
            'plannedEndAt' => $extended,
            'message' => $this->words->extended($extended),
            'seats' => $this->signs->of($room, $this->asker->user()),
        ]);
    }
}
