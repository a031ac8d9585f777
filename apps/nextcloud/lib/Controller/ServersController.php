<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Controller;

use OCA\Bluebridge\AppInfo\Application;
use OCA\Bluebridge\Server\ServerBook;
use OCA\Bluebridge\Settings\AdminSettings;
use OCP\AppFramework\Http;
use OCP\AppFramework\Http\Attribute\ApiRoute;
use OCP\AppFramework\Http\Attribute\AuthorizedAdminSetting;
use OCP\AppFramework\Http\Attribute\PasswordConfirmationRequired;
use OCP\AppFramework\Http\DataResponse;
use OCP\AppFramework\OCSController;
use OCP\IRequest;

/** Several meeting servers in the API, and which groups meet on which. */
final class ServersController extends OCSController
{
    public function __construct(
        IRequest $request,
        private readonly ServerBook $book,
    ) {
        parent::__construct(Application::APP_ID, $request);
    }

    #[AuthorizedAdminSetting(settings: AdminSettings::class)]
    #[ApiRoute(verb: 'GET', url: '/api/v1/admin/servers')]
    public function index(): DataResponse
    {
        return new DataResponse($this->book->show());
    }

    #[AuthorizedAdminSetting(settings: AdminSettings::class)]
    #[PasswordConfirmationRequired]
    #[ApiRoute(verb: 'POST', url: '/api/v1/admin/servers')]
    public function create(string $name = '', string $endpoint = '', string $secret = '', string $dialect = '', bool $allowsLocal = false): DataResponse
    {
        $this->book->add($name, $endpoint, $secret, $dialect, $allowsLocal);

        return new DataResponse($this->book->show(), Http::STATUS_CREATED);
    }

    #[AuthorizedAdminSetting(settings: AdminSettings::class)]
    #[PasswordConfirmationRequired]
    #[ApiRoute(verb: 'PUT', url: '/api/v1/admin/servers/{serverId}')]
    public function update(string $serverId, string $name = '', string $endpoint = '', string $secret = '', string $dialect = '', bool $allowsLocal = false): DataResponse
    {
        $this->book->edit($serverId, $name, $endpoint, $secret, $dialect, $allowsLocal);

        return new DataResponse($this->book->show());
    }

    #[AuthorizedAdminSetting(settings: AdminSettings::class)]
    #[PasswordConfirmationRequired]
    #[ApiRoute(verb: 'DELETE', url: '/api/v1/admin/servers/{serverId}')]
    public function destroy(string $serverId): DataResponse
    {
        $this->book->remove($serverId);

        return new DataResponse($this->book->show());
    }

    /** @param list<array{group: string, server: string}> $routes */
    #[AuthorizedAdminSetting(settings: AdminSettings::class)]
    #[PasswordConfirmationRequired]
    #[ApiRoute(verb: 'PUT', url: '/api/v1/admin/routes')]
    public function route(array $routes = []): DataResponse
    {
        $this->book->route($routes);

        return new DataResponse($this->book->show());
    }
}
