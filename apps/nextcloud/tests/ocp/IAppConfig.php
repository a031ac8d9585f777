<?php

declare(strict_types=1);

namespace OCP;

interface IAppConfig
{
    /** @return list<string> */
    public function getKeys(string $app): array;

    public function hasKey(string $app, string $key, ?bool $lazy = false): bool;

    public function isSensitive(string $app, string $key, ?bool $lazy = false): bool;

    public function getValueString(string $app, string $key, string $default = '', bool $lazy = false): string;

    public function getValueInt(string $app, string $key, int $default = 0, bool $lazy = false): int;

    public function getValueBool(string $app, string $key, bool $default = false, bool $lazy = false): bool;

    /**
     * @param array<array-key, mixed> $default
     * @return array<array-key, mixed>
     */
    public function getValueArray(string $app, string $key, array $default = [], bool $lazy = false): array;

    public function setValueString(string $app, string $key, string $value, bool $lazy = false, bool $sensitive = false): bool;

    public function setValueInt(string $app, string $key, int $value, bool $lazy = false, bool $sensitive = false): bool;

    public function setValueBool(string $app, string $key, bool $value, bool $lazy = false): bool;

    /** @param array<array-key, mixed> $value */
    public function setValueArray(string $app, string $key, array $value, bool $lazy = false, bool $sensitive = false): bool;

    public function deleteKey(string $app, string $key): void;

    public function clearCache(bool $reload = false): void;
}
