<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Controller;

use OCA\Bluebridge\AppInfo\Application;
use OCA\Bluebridge\Attribute\RequireRole;
use OCA\Bluebridge\Exception\Problem;
use OCA\Bluebridge\Model\Role;
use OCA\Bluebridge\Service\Asker;
use OCA\Bluebridge\Service\RoomCards;
use OCA\Bluebridge\Service\RoomContext;
use OCA\Bluebridge\Service\RoomForm;
use OCA\Bluebridge\Service\RoomRemoval;
use OCA\Bluebridge\Service\Rooms;
use OCP\AppFramework\Http;
use OCP\AppFramework\Http\Attribute\ApiRoute;
use OCP\AppFramework\Http\Attribute\NoAdminRequired;
use OCP\AppFramework\Http\Attribute\UserRateLimit;
use OCP\AppFramework\Http\DataResponse;
use OCP\AppFramework\OCSController;
use OCP\IRequest;
use OCP\IUserManager;

/** Rooms in the API. */
final class RoomsController extends OCSController
{
    public function __construct(
        IRequest $request,
        private readonly Asker $asker,
        private readonly Rooms $rooms,
        private readonly RoomRemoval $removal,
        private readonly RoomCards $cards,
        private readonly RoomForm $form,
        private readonly RoomContext $context,
        private readonly IUserManager $users,
    ) {
        parent::__construct(Application::APP_ID, $request);
    }

    #[NoAdminRequired]
    #[ApiRoute(verb: 'GET', url: '/api/v1/rooms')]
    public function index(): DataResponse
    {
        return new DataResponse($this->cards->ofPerson($this->asker->user()));
    }

    #[NoAdminRequired]
    #[UserRateLimit(limit: 60, period: 3600)]
    #[ApiRoute(verb: 'POST', url: '/api/v1/rooms')]
    public function create(string $name = '', string $preset = ''): DataResponse
    {
        $room = $this->rooms->create($this->asker->user(), $name, $preset);

        return new DataResponse($this->cards->of($room, Role::Owner), Http::STATUS_CREATED);
    }

    #[NoAdminRequired]
    #[RequireRole(Role::Viewer)]
    #[ApiRoute(verb: 'GET', url: '/api/v1/rooms/{id}')]
    public function show(): DataResponse
    {
        return $this->card();
    }

    /** @param array<string, string|int|bool>|null $settings */
    #[NoAdminRequired]
    #[RequireRole(Role::Manager)]
    #[ApiRoute(verb: 'PATCH', url: '/api/v1/rooms/{id}')]
    public function update(?string $name = null, ?string $preset = null, ?array $settings = null): DataResponse
    {
        $this->rooms->change($this->context->room(), $this->asker->user(), $name, $preset, $settings);

        return $this->card();
    }

    #[NoAdminRequired]
    #[RequireRole(Role::Owner)]
    #[ApiRoute(verb: 'DELETE', url: '/api/v1/rooms/{id}')]
    public function destroy(): DataResponse
    {
        $this->removal->ask($this->context->room());

        return new DataResponse((object) []);
    }

    #[NoAdminRequired]
    #[RequireRole(Role::Manager)]
    #[ApiRoute(verb: 'GET', url: '/api/v1/rooms/{id}/form')]
    public function form(): DataResponse
    {
        return new DataResponse($this->form->of($this->context->room(), $this->asker->user()));
    }

    #[NoAdminRequired]
    #[RequireRole(Role::Manager)]
    #[UserRateLimit(limit: 60, period: 3600)]
    #[ApiRoute(verb: 'POST', url: '/api/v1/rooms/{id}/clone')]
    public function copy(string $name = ''): DataResponse
    {
        $copy = $this->rooms->copy($this->context->room(), $this->asker->user(), $name);

        return new DataResponse($this->cards->of($copy, Role::Owner), Http::STATUS_CREATED);
    }

    #[NoAdminRequired]
    #[RequireRole(Role::Owner)]
    #[ApiRoute(verb: 'POST', url: '/api/v1/rooms/{id}/archive')]
    public function archive(bool $archived = true): DataResponse
    {
        $this->rooms->archive($this->context->room(), $archived);

        return $this->card();
    }

    #[NoAdminRequired]
    #[RequireRole(Role::Owner)]
    #[ApiRoute(verb: 'POST', url: '/api/v1/rooms/{id}/transfer')]
    public function transfer(string $userId = ''): DataResponse
    {
        $to = $this->users->get($userId) ?? throw Problem::invalid('no_such_person');
        $room = $this->rooms->transfer($this->context->room(), $to);

        return new DataResponse($this->cards->of($room, Role::Manager));
    }

    private function card(): DataResponse
    {
        return new DataResponse($this->cards->of($this->context->room(), $this->context->role()));
    }
}
