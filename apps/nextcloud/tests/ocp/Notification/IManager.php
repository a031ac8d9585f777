<?php

declare(strict_types=1);

namespace OCP\Notification;

interface IManager
{
    public function createNotification(): INotification;

    public function notify(INotification $notification): void;

    public function markProcessed(INotification $notification): void;

    public function defer(): bool;

    public function flush(): void;

    public function getCount(INotification $notification): int;
}
