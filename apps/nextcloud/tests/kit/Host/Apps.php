<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Tests\Kit\Host;

use OCP\App\IAppManager;

/** Which apps there are: only this one, unless a test adds others. */
final class Apps implements IAppManager
{
    /** @var list<string> */
    private array $enabled = ['bluebridge'];

    public function enable(string $app): void
    {
        $this->enabled[] = $app;
    }

    public function getAppVersion(string $appId, bool $useCache = true): string
    {
        return '1.0.0';
    }

    public function isEnabledForUser($appId, $user = null)
    {
        return in_array($appId, $this->enabled, true);
    }

    public function isEnabledForAnyone(string $appId): bool
    {
        return in_array($appId, $this->enabled, true);
    }
}
