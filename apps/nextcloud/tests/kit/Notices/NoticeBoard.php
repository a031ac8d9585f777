<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Tests\Kit\Notices;

use OCP\Notification\IManager;
use OCP\Notification\INotification;

/** The notifications that people have. */
final class NoticeBoard implements IManager
{
    /** @var list<Notice> */
    private array $notices = [];

    public function createNotification(): INotification
    {
        return new Notice();
    }

    public function notify(INotification $notification): void
    {
        assert($notification instanceof Notice);
        $this->notices[] = $notification;
    }

    public function markProcessed(INotification $notification): void
    {
        assert($notification instanceof Notice);
        $this->notices = array_values(array_filter($this->notices, static fn (Notice $notice): bool => !$notice->isLike($notification)));
    }

    public function getCount(INotification $notification): int
    {
        assert($notification instanceof Notice);

        return count(array_filter($this->notices, static fn (Notice $notice): bool => $notice->isLike($notification)));
    }

    public function defer(): bool
    {
        return true;
    }

    public function flush(): void
    {
    }

    /** @return list<Notice> */
    public function of(string $user): array
    {
        return array_values(array_filter($this->notices, static fn (Notice $notice): bool => $notice->getUser() === $user));
    }
}
