<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Controller;

use OCA\Bluebridge\AppInfo\Application;
use OCA\Bluebridge\Server\ServerSetup;
use OCA\Bluebridge\Server\ServerView;
use OCA\Bluebridge\Settings\AdminSettings;
use OCP\AppFramework\Http\Attribute\ApiRoute;
use OCP\AppFramework\Http\Attribute\AuthorizedAdminSetting;
use OCP\AppFramework\Http\Attribute\PasswordConfirmationRequired;
use OCP\AppFramework\Http\Attribute\UserRateLimit;
use OCP\AppFramework\Http\DataResponse;
use OCP\AppFramework\OCSController;
use OCP\IRequest;

/** The meeting server in the API, for administrators. The secret goes in and never comes out. */
final class ServerController extends OCSController
{
    public function __construct(
        IRequest $request,
        private readonly ServerView $view,
        private readonly ServerSetup $setup,
    ) {
        parent::__construct(Application::APP_ID, $request);
    }

    #[AuthorizedAdminSetting(settings: AdminSettings::class)]
    #[ApiRoute(verb: 'GET', url: '/api/v1/admin/server')]
    public function show(): DataResponse
    {
        return new DataResponse($this->view->show());
    }

    /** A secret that is left out stays as it is, as long as the server is the same. */
    #[AuthorizedAdminSetting(settings: AdminSettings::class)]
    #[PasswordConfirmationRequired]
    #[ApiRoute(verb: 'PUT', url: '/api/v1/admin/server')]
    public function update(string $endpoint = '', string $secret = '', string $dialect = '', bool $allowsLocal = false): DataResponse
    {
        $this->setup->keep($endpoint, $secret, $dialect, $allowsLocal);

        return new DataResponse($this->view->show());
    }

    /** Changes nothing, so it asks for no password; nobody looks through a network by it. */
    #[AuthorizedAdminSetting(settings: AdminSettings::class)]
    #[UserRateLimit(limit: 30, period: 600)]
    #[ApiRoute(verb: 'POST', url: '/api/v1/admin/server/probe')]
    public function probe(string $endpoint = '', string $secret = '', string $dialect = '', bool $allowsLocal = false, string $serverId = ''): DataResponse
    {
        return new DataResponse($this->setup->probe($endpoint, $secret, $dialect, $allowsLocal, $serverId));
    }
}
