<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Tests\Kit\Status;

use OCP\UserStatus\IManager;
use RuntimeException;

/** The statuses of users that an app has set. */
final class KeptStatuses implements IManager
{
    /** @var array<string, string> messages, by user */
    public array $set = [];

    public bool $fails = false;

    public function setUserStatus(string $userId, string $messageId, string $status, bool $createBackup = false, ?string $customMessage = null): void
    {
        $this->set[$userId] = $messageId;
    }

    public function revertMultipleUserStatus(array $userIds, string $messageId, string $status): void
    {
        if ($this->fails) {
            throw new RuntimeException('The database is away.');
        }
        foreach ($userIds as $userId) {
            if (($this->set[$userId] ?? '') === $messageId) {
                unset($this->set[$userId]);
            }
        }
    }
}
