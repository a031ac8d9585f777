<?php

declare(strict_types=1);

namespace Bluebridge\Core\Client;

/**
 * Where a host keeps answers for a moment, best for all its processes. It may lose anything at any
 * time. Keys are short and of letters, digits and hyphens; values are what JSON can hold.
 */
interface StatusCache
{
    /** @return array<array-key, mixed>|null what was kept and is not older than it may be */
    public function find(string $key): ?array;

    /** @param array<array-key, mixed> $value */
    public function keep(string $key, array $value, int $maxAgeMs): void;
}
