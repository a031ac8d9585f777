<?php

declare(strict_types=1);

namespace OCP\Security\Bruteforce;

interface IThrottler
{
    /** @param array<string, mixed> $metadata */
    public function registerAttempt(string $action, string $ip, array $metadata = []): void;

    public function getAttempts(string $ip, string $action = '', float $maxAgeHours = 12): int;

    public function getDelay(string $ip, string $action = ''): int;

    public function sleepDelayOrThrowOnMax(string $ip, string $action = ''): int;
}
