<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Administration;

use OCA\Bluebridge\AppInfo\Application;
use OCA\Bluebridge\Exception\Problem;
use OCP\IAppConfig;

/** After how many days rooms that nobody uses are archived, and archived ones deleted; 0 for never. */
class CleanUpRules
{
    private const ARCHIVE = 'cleanup_archive';

    private const DELETE = 'cleanup_delete';

    /** A summer without school must not cost anybody a room. */
    private const LEAST = 30;

    private const MOST = 3650;

    public function __construct(private readonly IAppConfig $config)
    {
    }

    /** @return array{archiveAfterDays: int, deleteAfterDays: int} */
    public function read(): array
    {
        return [
            'archiveAfterDays' => $this->config->getValueInt(Application::APP_ID, self::ARCHIVE, lazy: true),
            'deleteAfterDays' => $this->config->getValueInt(Application::APP_ID, self::DELETE, lazy: true),
        ];
    }

    /** @throws Problem `days_invalid` */
    public function keep(int $archiveAfterDays, int $deleteAfterDays): void
    {
        foreach ([$archiveAfterDays, $deleteAfterDays] as $days) {
            if ($days !== 0 && ($days < self::LEAST || $days > self::MOST)) {
                throw Problem::invalid('days_invalid');
            }
        }
        $this->config->setValueInt(Application::APP_ID, self::ARCHIVE, $archiveAfterDays, lazy: true);
        $this->config->setValueInt(Application::APP_ID, self::DELETE, $deleteAfterDays, lazy: true);
    }
}
