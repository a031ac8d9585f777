<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Settings;

use OCA\Bluebridge\AppInfo\Application;
use OCP\IURLGenerator;
use OCP\Settings\IIconSection;

/** The place of this app among the settings of administrators. */
final class AdminSection implements IIconSection
{
    public function __construct(private readonly IURLGenerator $urls)
    {
    }

    public function getID(): string
    {
        return Application::APP_ID;
    }

    public function getName(): string
    {
        return 'Bluebridge';
    }

    public function getPriority(): int
    {
        return 60;
    }

    public function getIcon(): string
    {
        return $this->urls->imagePath(Application::APP_ID, 'app-dark.svg');
    }
}
