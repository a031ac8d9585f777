<?php

declare(strict_types=1);

// What this app uses of the app "Client Push", for static analysis, and for tests of what is sent by it.

namespace OCA\NotifyPush\Queue;

interface IQueue
{
    /** @param mixed $message */
    public function push(string $channel, $message): void;
}

class NullQueue implements IQueue
{
    public function push(string $channel, $message): void
    {
    }
}
