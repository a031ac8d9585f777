<?php

declare(strict_types=1);

namespace OCP\Security\RateLimiting;

use OCP\IUser;

interface ILimiter
{
    /** @throws IRateLimitExceededException */
    public function registerAnonRequest(string $identifier, int $anonLimit, int $anonPeriod, string $ip): void;

    /** @throws IRateLimitExceededException */
    public function registerUserRequest(string $identifier, int $userLimit, int $userPeriod, IUser $user): void;
}
