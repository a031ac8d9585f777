<?php

declare(strict_types=1);

namespace OCP\App;

interface IAppManager
{
    public function getAppVersion(string $appId, bool $useCache = true): string;

    /** @return bool */
    public function isEnabledForUser($appId, $user = null);

    public function isEnabledForAnyone(string $appId): bool;
}
