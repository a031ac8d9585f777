<?php

declare(strict_types=1);

namespace OCP;

interface IConfig
{
    /** @return mixed */
    public function getSystemValue($key, $default = '');

    public function getSystemValueBool(string $key, bool $default = false): bool;

    public function getSystemValueInt(string $key, int $default = 0): int;

    public function getSystemValueString(string $key, string $default = ''): string;

    public function setUserValue($userId, $appName, $key, $value, $preCondition = null);

    /** @return string */
    public function getUserValue($userId, $appName, $key, $default = '');

    public function deleteUserValue($userId, $appName, $key);
}
