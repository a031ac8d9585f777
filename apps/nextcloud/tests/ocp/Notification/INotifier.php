<?php

declare(strict_types=1);

namespace OCP\Notification;

interface INotifier
{
    public function getID(): string;

    public function getName(): string;

    /** @throws UnknownNotificationException */
    public function prepare(INotification $notification, string $languageCode): INotification;
}
