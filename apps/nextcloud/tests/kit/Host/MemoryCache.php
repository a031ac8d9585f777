<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Tests\Kit\Host;

use OCP\ICache;
use OCP\ICacheFactory;
use OCP\IMemcache;

/** A cache of this process. */
final class MemoryCache implements IMemcache, ICacheFactory
{
    /** @var array<string, mixed> */
    private array $values = [];

    public function __construct(private readonly bool $isAvailable = true)
    {
    }

    public function get($key)
    {
        return $this->values[$key] ?? null;
    }

    public function set($key, $value, $ttl = 0)
    {
        $this->values[$key] = $value;

        return true;
    }

    public function hasKey($key)
    {
        return isset($this->values[$key]);
    }

    public function remove($key)
    {
        unset($this->values[$key]);

        return true;
    }

    public function clear($prefix = '')
    {
        $this->values = array_filter($this->values, static fn (string $key): bool => !str_starts_with($key, $prefix), ARRAY_FILTER_USE_KEY);

        return true;
    }

    public function add($key, $value, $ttl = 0)
    {
        return !$this->hasKey($key) && $this->set($key, $value);
    }

    public function inc($key, $step = 1)
    {
        return $this->values[$key] = (int) ($this->values[$key] ?? 0) + $step;
    }

    public function isAvailable(): bool
    {
        return $this->isAvailable;
    }

    public function isLocalCacheAvailable(): bool
    {
        return $this->isAvailable;
    }

    public function createDistributed(string $prefix = ''): ICache
    {
        return $this;
    }

    public function createLocal(string $prefix = ''): ICache
    {
        return $this;
    }
}
