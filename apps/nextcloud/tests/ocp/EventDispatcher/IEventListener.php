<?php

declare(strict_types=1);

namespace OCP\EventDispatcher;

/** @template T of Event */
interface IEventListener
{
    /** @param T $event */
    public function handle(Event $event): void;
}
