<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Controller;

use OCA\Bluebridge\AppInfo\Application;
use OCA\Bluebridge\Settings\AdminSettings;
use OCA\Bluebridge\Settings\RulesDesk;
use OCP\AppFramework\Http;
use OCP\AppFramework\Http\Attribute\ApiRoute;
use OCP\AppFramework\Http\Attribute\AuthorizedAdminSetting;
use OCP\AppFramework\Http\Attribute\PasswordConfirmationRequired;
use OCP\AppFramework\Http\DataResponse;
use OCP\AppFramework\OCSController;
use OCP\IRequest;

/** What an administrator says about all rooms, in the API. */
final class RulesController extends OCSController
{
    public function __construct(
        IRequest $request,
        private readonly RulesDesk $desk,
    ) {
        parent::__construct(Application::APP_ID, $request);
    }

    #[AuthorizedAdminSetting(settings: AdminSettings::class)]
    #[ApiRoute(verb: 'GET', url: '/api/v1/admin/rules')]
    public function index(): DataResponse
    {
        return new DataResponse($this->desk->show());
    }

    /** @param list<array<string, mixed>> $groups */
    #[AuthorizedAdminSetting(settings: AdminSettings::class)]
    #[PasswordConfirmationRequired]
    #[ApiRoute(verb: 'PUT', url: '/api/v1/admin/rules/groups')]
    public function groups(array $groups = []): DataResponse
    {
        $this->desk->keepGroups($groups);

        return new DataResponse($this->desk->show());
    }

    /** @param array<string, string|int|bool> $locks */
    #[AuthorizedAdminSetting(settings: AdminSettings::class)]
    #[PasswordConfirmationRequired]
    #[ApiRoute(verb: 'PUT', url: '/api/v1/admin/rules/locks')]
    public function locks(array $locks = []): DataResponse
    {
        $this->desk->keepLocks($locks);

        return new DataResponse($this->desk->show());
    }

    /**
     * @param array<string, string|int|bool> $settings
     * @param array<string, string|int|bool> $locks
     * @param list<string> $groups
     */
    #[AuthorizedAdminSetting(settings: AdminSettings::class)]
    #[PasswordConfirmationRequired]
    #[ApiRoute(verb: 'POST', url: '/api/v1/admin/rules/presets')]
    public function create(string $name = '', array $settings = [], array $locks = [], array $groups = []): DataResponse
    {
        $this->desk->keepPreset(null, $name, $settings, $locks, $groups);

        return new DataResponse($this->desk->show(), Http::STATUS_CREATED);
    }

    /**
     * @param array<string, string|int|bool> $settings
     * @param array<string, string|int|bool> $locks
     * @param list<string> $groups
     */
    #[AuthorizedAdminSetting(settings: AdminSettings::class)]
    #[PasswordConfirmationRequired]
    #[ApiRoute(verb: 'PUT', url: '/api/v1/admin/rules/presets/{presetId}')]
    public function update(string $presetId, string $name = '', array $settings = [], array $locks = [], array $groups = []): DataResponse
    {
        $this->desk->keepPreset($presetId, $name, $settings, $locks, $groups);

        return new DataResponse($this->desk->show());
    }

    #[AuthorizedAdminSetting(settings: AdminSettings::class)]
    #[PasswordConfirmationRequired]
    #[ApiRoute(verb: 'DELETE', url: '/api/v1/admin/rules/presets/{presetId}')]
    public function destroy(string $presetId): DataResponse
    {
        $this->desk->removePreset($presetId);

        return new DataResponse($this->desk->show());
    }
}
