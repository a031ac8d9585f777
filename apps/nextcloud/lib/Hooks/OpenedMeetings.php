<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Hooks;

use OCA\Bluebridge\Event\MeetingOpened;
use OCP\EventDispatcher\Event;
use OCP\EventDispatcher\IEventListener;

/**
 * Registers a webhook for each meeting that was opened.
 *
 * @implements IEventListener<MeetingOpened>
 */
final class OpenedMeetings implements IEventListener
{
    public function __construct(private readonly HookDesk $desk, private readonly AfterAnswer $afterAnswer)
    {
    }

    public function handle(Event $event): void
    {
        if ($event instanceof MeetingOpened) {
            $this->afterAnswer->do(fn () => $this->desk->register($event->room));
        }
    }
}
