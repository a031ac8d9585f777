<?php

declare(strict_types=1);

namespace OCP\EventDispatcher;

class Event
{
    private bool $isStopped = false;

    public function __construct()
    {
    }

    public function stopPropagation(): void
    {
        $this->isStopped = true;
    }

    public function isPropagationStopped(): bool
    {
        return $this->isStopped;
    }
}
