<?php

declare(strict_types=1);

namespace OCA\Bluebridge\SetupChecks;

use OCP\ICacheFactory;
use OCP\IL10N;
use OCP\SetupCheck\ISetupCheck;
use OCP\SetupCheck\SetupResult;

/** Tells administrators that Nextcloud's rate limits count nothing without a memory cache. */
final class LimitsCount implements ISetupCheck
{
    public function __construct(private readonly ICacheFactory $caches, private readonly IL10N $l10n)
    {
    }

    public function getCategory(): string
    {
        return 'security';
    }

    public function getName(): string
    {
        return $this->l10n->t('Rate limits of Bluebridge');
    }

    public function run(): SetupResult
    {
        return $this->caches->isAvailable()
            ? SetupResult::success($this->l10n->t('A memory cache counts how often rooms are tried.'))
            : SetupResult::warning($this->l10n->t('Without a memory cache Nextcloud does not limit how often the pages of rooms are opened. Wrong codes are limited all the same.'));
    }
}
