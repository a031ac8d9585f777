<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Settings;

use OCA\Bluebridge\AppInfo\Application;
use OCA\Bluebridge\Server\ServerView;
use OCP\AppFramework\Http\TemplateResponse;
use OCP\AppFramework\Services\IInitialState;
use OCP\IL10N;
use OCP\Settings\IDelegatedSettings;
use OCP\Util;

/**
 * The page of administrators: servers, rules, all rooms. Administrators can have others do it, group by
 * group; these then may use the API behind the page, and nothing else of the configuration.
 */
final class AdminSettings implements IDelegatedSettings
{
    public function __construct(
        private readonly ServerView $view,
        private readonly IInitialState $state,
        private readonly IL10N $l10n,
    ) {
    }

    public function getForm(): TemplateResponse
    {
        $this->state->provideInitialState('admin', $this->view->show());
        Util::addScript(Application::APP_ID, 'bluebridge-admin');
        Util::addStyle(Application::APP_ID, 'bluebridge-admin');

        return new TemplateResponse(Application::APP_ID, 'admin');
    }

    public function getName(): string
    {
        return $this->l10n->t('Servers, rules and rooms');
    }

    /** @return array<string, list<string>> */
    public function getAuthorizedAppConfig(): array
    {
        return [];
    }

    public function getSection(): string
    {
        return Application::APP_ID;
    }

    public function getPriority(): int
    {
        return 10;
    }
}
