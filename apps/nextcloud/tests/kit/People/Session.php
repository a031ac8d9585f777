<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Tests\Kit\People;

use OCP\ISession;
use OCP\IUser;
use OCP\IUserSession;

/** Who is asking, and what is kept for them between their requests. */
final class Session implements IUserSession, ISession
{
    private ?IUser $user = null;

    private string $browser = '';

    /** @var array<string, array<string, mixed>> by browser */
    private array $kept = [];

    private bool $isOpen = false;

    public function become(?IUser $user): void
    {
        $this->user = $user;
    }

    /** The next requests come from this browser, which has a session of its own. */
    public function comeFrom(string $browser): void
    {
        $this->browser = $browser;
    }

    public function getUser()
    {
        return $this->user;
    }

    public function isLoggedIn()
    {
        return $this->user !== null;
    }

    public function set(string $key, $value)
    {
        $this->kept[$this->browser][$key] = $value;
    }

    public function get(string $key)
    {
        return $this->kept[$this->browser][$key] ?? null;
    }

    public function exists(string $key): bool
    {
        return isset($this->kept[$this->browser][$key]);
    }

    public function remove(string $key)
    {
        unset($this->kept[$this->browser][$key]);
    }

    /** Tells whether other requests of this browser wait. */
    public function isOpen(): bool
    {
        return $this->isOpen;
    }

    public function open(): void
    {
        $this->isOpen = true;
    }

    public function close()
    {
        $this->isOpen = false;
    }

    public function getId(): string
    {
        return 'session-of-' . ($this->user?->getUID() ?? 'nobody') . $this->browser;
    }
}
