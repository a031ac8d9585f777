<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Controller;

use OCA\Bluebridge\AppInfo\Application;
use OCA\Bluebridge\Exception\Problem;
use OCA\Bluebridge\Model\Role;
use OCA\Bluebridge\Service\Asker;
use OCA\Bluebridge\Service\Calls;
use OCA\Bluebridge\Service\RoomCards;
use OCP\AppFramework\Http;
use OCP\AppFramework\Http\Attribute\ApiRoute;
use OCP\AppFramework\Http\Attribute\NoAdminRequired;
use OCP\AppFramework\Http\Attribute\UserRateLimit;
use OCP\AppFramework\Http\DataResponse;
use OCP\AppFramework\OCSController;
use OCP\IRequest;

/** Calls that start now, in the API. */
final class CallsController extends OCSController
{
    public function __construct(
        IRequest $request,
        private readonly Asker $asker,
        private readonly Calls $calls,
        private readonly RoomCards $cards,
    ) {
        parent::__construct(Application::APP_ID, $request);
    }

    /** @param list<array{kind: string, target: string}> $people */
    #[NoAdminRequired]
    #[UserRateLimit(limit: 30, period: 600)]
    #[ApiRoute(verb: 'POST', url: '/api/v1/calls')]
    public function create(array $people = [], string $name = ''): DataResponse
    {
        $room = $this->calls->start($this->asker->user(), $people, $name);

        return new DataResponse(['room' => $this->cards->of($room, Role::Owner)], Http::STATUS_CREATED);
    }
}
