<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Activity;

use OCA\Bluebridge\AppInfo\Application;
use OCP\Activity\IFilter;
use OCP\IL10N;
use OCP\IURLGenerator;

/** Shows in the activity what happened in rooms, and nothing else. */
final class RoomFilter implements IFilter
{
    public function __construct(private readonly IL10N $l10n, private readonly IURLGenerator $urls)
    {
    }

    public function getIdentifier(): string
    {
        return Application::APP_ID;
    }

    public function getName(): string
    {
        return $this->l10n->t('Calls');
    }

    public function getPriority(): int
    {
        return 50;
    }

    public function getIcon(): string
    {
        return $this->urls->getAbsoluteURL($this->urls->imagePath(Application::APP_ID, 'app-dark.svg'));
    }

    public function filterTypes(array $types): array
    {
        return array_values(array_intersect([RoomSetting::TYPE], $types));
    }

    public function allowedApps(): array
    {
        return [Application::APP_ID];
    }
}
