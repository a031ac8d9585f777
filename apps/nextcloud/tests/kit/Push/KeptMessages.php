<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Tests\Kit\Push;

use OCA\NotifyPush\Queue\IQueue;
use RuntimeException;

require_once dirname(__DIR__, 2) . '/neighbours/notify_push.php';

/** The queue of the app "Client Push": keeps what was to be sent to browsers. */
final class KeptMessages implements IQueue
{
    /** @var list<array{string, mixed}> channel and message */
    private array $kept = [];

    public bool $isBroken = false;

    public function push(string $channel, $message): void
    {
        if ($this->isBroken) {
            throw new RuntimeException('Redis went away');
        }
        $this->kept[] = [$channel, $message];
    }

    /** @return list<array{string, mixed}> what was sent since this was last asked */
    public function take(): array
    {
        [$taken, $this->kept] = [$this->kept, []];

        return $taken;
    }
}
