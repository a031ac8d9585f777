<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Tests\Kit\Host;

use OCP\IAppConfig;

/** The settings of apps, in memory; it knows which are secrets. */
final class AppSettings implements IAppConfig
{
    /** @var array<string, array<string, mixed>> by app and key */
    private array $values = [];

    /** @var array<string, true> */
    private array $sensitive = [];

    public function getKeys(string $app): array
    {
        return array_map(strval(...), array_keys($this->values[$app] ?? []));
    }

    public function hasKey(string $app, string $key, ?bool $lazy = false): bool
    {
        return isset($this->values[$app][$key]);
    }

    public function isSensitive(string $app, string $key, ?bool $lazy = false): bool
    {
        return isset($this->sensitive["{$app} {$key}"]);
    }

    public function getValueString(string $app, string $key, string $default = '', bool $lazy = false): string
    {
        return (string) ($this->values[$app][$key] ?? $default);
    }

    public function getValueInt(string $app, string $key, int $default = 0, bool $lazy = false): int
    {
        return (int) ($this->values[$app][$key] ?? $default);
    }

    public function getValueBool(string $app, string $key, bool $default = false, bool $lazy = false): bool
    {
        return (bool) ($this->values[$app][$key] ?? $default);
    }

    public function getValueArray(string $app, string $key, array $default = [], bool $lazy = false): array
    {
        return (array) ($this->values[$app][$key] ?? $default);
    }

    public function setValueString(string $app, string $key, string $value, bool $lazy = false, bool $sensitive = false): bool
    {
        return $this->set($app, $key, $value, $sensitive);
    }

    public function setValueInt(string $app, string $key, int $value, bool $lazy = false, bool $sensitive = false): bool
    {
        return $this->set($app, $key, $value, $sensitive);
    }

    public function setValueBool(string $app, string $key, bool $value, bool $lazy = false): bool
    {
        return $this->set($app, $key, $value, false);
    }

    public function setValueArray(string $app, string $key, array $value, bool $lazy = false, bool $sensitive = false): bool
    {
        return $this->set($app, $key, $value, $sensitive);
    }

    public function deleteKey(string $app, string $key): void
    {
        unset($this->values[$app][$key], $this->sensitive["{$app} {$key}"]);
    }

    public function clearCache(bool $reload = false): void
    {
    }

    private function set(string $app, string $key, mixed $value, bool $sensitive): bool
    {
        $isNew = ($this->values[$app][$key] ?? null) !== $value;
        $this->values[$app][$key] = $value;
        if ($sensitive) {
            $this->sensitive["{$app} {$key}"] = true;
        }

        return $isNew;
    }
}
