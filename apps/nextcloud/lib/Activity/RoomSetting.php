<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Activity;

use OCA\Bluebridge\AppInfo\Application;
use OCP\Activity\ActivitySettings;
use OCP\IL10N;

/** Whether somebody reads of rooms in their activity, and gets mails of it. */
final class RoomSetting extends ActivitySettings
{
    public const TYPE = 'bluebridge_rooms';

    public function __construct(private readonly IL10N $l10n)
    {
    }

    public function getIdentifier(): string
    {
        return self::TYPE;
    }

    public function getName(): string
    {
        return $this->l10n->t('What happens in your rooms: calls, recordings, who they are shared with');
    }

    public function getGroupIdentifier(): string
    {
        return Application::APP_ID;
    }

    public function getGroupName(): string
    {
        return $this->l10n->t('Calls');
    }

    public function getPriority(): int
    {
        return 50;
    }

    public function canChangeStream(): bool
    {
        return true;
    }

    // Calls have notifications of their own.
    public function canChangeNotification(): bool
    {
        return false;
    }
}
