<?php

declare(strict_types=1);

namespace OCP\AppFramework;

class App
{
    /** @param array<string, mixed> $urlParams */
    public function __construct(string $appName, array $urlParams = [])
    {
    }
}
