<?php

declare(strict_types=1);

namespace OCP\Activity;

interface IManager
{
    public function generateEvent(): IEvent;

    /** @param list<string> $affectedUserIds */
    public function bulkPublish(IEvent $event, array $affectedUserIds, ISetting $setting): void;
}
