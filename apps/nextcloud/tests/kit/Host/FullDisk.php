<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Tests\Kit\Host;

use OCP\ISession;
use RuntimeException;

/** A session that cannot be kept. */
final class FullDisk implements ISession
{
    public function set(string $key, $value)
    {
        throw new RuntimeException('The disk is full.');
    }

    public function get(string $key)
    {
        return null;
    }

    public function exists(string $key): bool
    {
        return false;
    }

    public function remove(string $key)
    {
    }

    public function close()
    {
    }

    public function getId(): string
    {
        return 'session';
    }
}
