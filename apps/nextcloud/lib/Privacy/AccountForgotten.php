<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Privacy;

use OCP\EventDispatcher\Event;
use OCP\EventDispatcher\IEventListener;
use OCP\User\Events\UserDeletedEvent;

/**
 * Forgets the name of an account that is gone wherever meetings have left it.
 *
 * @implements IEventListener<Event>
 */
final class AccountForgotten implements IEventListener
{
    public function __construct(private readonly PersonalData $data)
    {
    }

    public function handle(Event $event): void
    {
        if ($event instanceof UserDeletedEvent) {
            $this->data->forgetMeetings($event->getUser()->getUID());
        }
    }
}
