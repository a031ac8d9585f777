<?php

declare(strict_types=1);

namespace OCA\Bluebridge\SetupChecks;

use OCA\Bluebridge\Schedule\ScheduleHealth;
use OCP\IL10N;
use OCP\SetupCheck\ISetupCheck;
use OCP\SetupCheck\SetupResult;

/** Tells administrators whether background jobs run often enough to end meetings in time. */
final class MeetingsEnd implements ISetupCheck
{
    public function __construct(
        private readonly ScheduleHealth $health,
        private readonly IL10N $l10n,
    ) {
    }

    public function getCategory(): string
    {
        return 'system';
    }

    public function getName(): string
    {
        return $this->l10n->t('Planned end of meetings');
    }

    public function run(): SetupResult
    {
        $state = $this->health->state();
        if ($state === 'good') {
            return SetupResult::success($this->l10n->t('Background jobs run often enough to end meetings in time.'));
        }
        $what = $state === 'never'
            ? $this->l10n->t('The background job that warns people and ends meetings has not run yet.')
            : $this->l10n->t('The background job that warns people and ends meetings has stopped.');
        $advice = $this->l10n->t('Let the cron of the system run background jobs every five minutes, or “occ bluebridge:end-due” every minute.');

        return $this->health->isNeeded() ? SetupResult::error("{$what} {$advice}") : SetupResult::info("{$what} {$advice}");
    }
}
