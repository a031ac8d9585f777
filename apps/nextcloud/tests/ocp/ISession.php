<?php

declare(strict_types=1);

namespace OCP;

interface ISession
{
    /** @param mixed $value */
    public function set(string $key, $value);

    /** @return mixed */
    public function get(string $key);

    public function exists(string $key): bool;

    public function remove(string $key);

    public function close();

    public function getId(): string;
}
