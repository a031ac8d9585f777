<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Listener;

use OCA\Bluebridge\AppInfo\Application;
use OCP\Collaboration\Reference\RenderReferenceEvent;
use OCP\EventDispatcher\Event;
use OCP\EventDispatcher\IEventListener;
use OCP\Util;

/**
 * Brings the card of a room to pages that show cards of addresses, and to no other page.
 *
 * @implements IEventListener<RenderReferenceEvent>
 */
final class ReferenceScript implements IEventListener
{
    public function handle(Event $event): void
    {
        Util::addScript(Application::APP_ID, 'bluebridge-reference');
    }
}
