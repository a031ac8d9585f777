<?php

declare(strict_types=1);

namespace OCP\UserStatus;

interface IManager
{
    public function setUserStatus(string $userId, string $messageId, string $status, bool $createBackup = false, ?string $customMessage = null): void;

    /** @param string[] $userIds */
    public function revertMultipleUserStatus(array $userIds, string $messageId, string $status): void;
}
