<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Tests\Kit\Host;

use OCP\IConfig;

/** What an installation's configuration file says, and what people have chosen. */
final class SystemSettings implements IConfig
{
    /** @var array<string, mixed> */
    private array $values = ['overwrite.cli.url' => 'https://cloud.example.org'];

    /** @var array<string, string> */
    private array $ofUsers = [];

    public function set(string $key, mixed $value): void
    {
        $this->values[$key] = $value;
    }

    public function getSystemValue($key, $default = '')
    {
        return $this->values[$key] ?? $default;
    }

    public function getSystemValueBool(string $key, bool $default = false): bool
    {
        return (bool) ($this->values[$key] ?? $default);
    }

    public function getSystemValueInt(string $key, int $default = 0): int
    {
        return (int) ($this->values[$key] ?? $default);
    }

    public function getSystemValueString(string $key, string $default = ''): string
    {
        return (string) ($this->values[$key] ?? $default);
    }

    public function setUserValue($userId, $appName, $key, $value, $preCondition = null)
    {
        $this->ofUsers["{$userId} {$appName} {$key}"] = (string) $value;
    }

    public function getUserValue($userId, $appName, $key, $default = '')
    {
        return $this->ofUsers["{$userId} {$appName} {$key}"] ?? $default;
    }

    public function deleteUserValue($userId, $appName, $key)
    {
        unset($this->ofUsers["{$userId} {$appName} {$key}"]);
    }
}
