<?php

declare(strict_types=1);

namespace OCA\Bluebridge\SetupChecks;

use OCA\Bluebridge\Server\ServerSettingsStore;
use OCP\IL10N;
use OCP\SetupCheck\ISetupCheck;
use OCP\SetupCheck\SetupResult;

/** Tells administrators whether each server has a secret, and is asked where nobody listens. */
final class SecretIsSafe implements ISetupCheck
{
    public function __construct(private readonly ServerSettingsStore $store, private readonly IL10N $l10n)
    {
    }

    public function getCategory(): string
    {
        return 'security';
    }

    public function getName(): string
    {
        return $this->l10n->t('Secret of the meeting server');
    }

    public function run(): SetupResult
    {
        $all = $this->store->all();
        foreach ($all as $settings) {
            if ($settings->secret === '') {
                return SetupResult::error($this->l10n->t('A meeting server has no secret: enter it in the settings.'));
            }
            if (!str_starts_with($settings->endpoint, 'https://') && !PrivateAddress::is($settings->endpoint)) {
                return SetupResult::warning($this->l10n->t('The meeting server is asked without encryption: set up https there.'));
            }
        }

        return $all === []
            ? SetupResult::info($this->l10n->t('No meeting server is set. Rooms can be created, but nobody can meet in them.'))
            : SetupResult::success($this->l10n->t('It is kept encrypted, and no page shows it.'));
    }
}
