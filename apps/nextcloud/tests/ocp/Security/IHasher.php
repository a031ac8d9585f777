<?php

declare(strict_types=1);

namespace OCP\Security;

interface IHasher
{
    public function hash(string $message): string;

    /** @param string|null $newHash */
    public function verify(string $message, string $hash, &$newHash = null): bool;
}
