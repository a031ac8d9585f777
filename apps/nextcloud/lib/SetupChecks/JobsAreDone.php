<?php

declare(strict_types=1);

namespace OCA\Bluebridge\SetupChecks;

use OCA\Bluebridge\Clock;
use OCP\IAppConfig;
use OCP\IL10N;
use OCP\SetupCheck\ISetupCheck;
use OCP\SetupCheck\SetupResult;

/** Tells administrators whether background jobs are done in time: planned ends and recordings wait for them. */
final class JobsAreDone implements ISetupCheck
{
    private const LATE_SECONDS = 900;

    public function __construct(
        private readonly IAppConfig $config,
        private readonly Clock $clock,
        private readonly IL10N $l10n,
    ) {
    }

    public function getCategory(): string
    {
        return 'system';
    }

    public function getName(): string
    {
        return $this->l10n->t('Background jobs of meetings');
    }

    public function run(): SetupResult
    {
        if ($this->config->getValueString('core', 'backgroundjobs_mode', 'ajax') !== 'cron') {
            return SetupResult::warning($this->l10n->t('Nextcloud does its background jobs when somebody opens a page. Let cron do them, so that meetings end as planned.'));
        }
        $last = $this->config->getValueInt('core', 'lastcron');
        if ($last === 0) {
            return SetupResult::warning($this->l10n->t('Background jobs were never done. Look at the cron job of Nextcloud.'));
        }
        $late = intdiv($this->clock->now(), 1000) - $last;
        if ($late > self::LATE_SECONDS) {
            return SetupResult::warning($this->l10n->n(
                'Background jobs were last done %n minute ago. Look at the cron job of Nextcloud.',
                'Background jobs were last done %n minutes ago. Look at the cron job of Nextcloud.',
                intdiv($late, 60),
            ));
        }

        return SetupResult::success($this->l10n->t('New recordings are found, and meetings end as planned.'));
    }
}
