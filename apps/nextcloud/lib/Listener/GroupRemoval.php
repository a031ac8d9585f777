<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Listener;

use OCA\Bluebridge\Server\ServerRoutes;
use OCA\Bluebridge\Service\Presets;
use OCA\Bluebridge\Service\Quotas;
use OCA\Bluebridge\Settings\GroupRules;
use OCP\EventDispatcher\Event;
use OCP\EventDispatcher\IEventListener;
use OCP\Group\Events\GroupDeletedEvent;

/**
 * Forgets what an administrator said of a group that is gone: a group that gets its id later is another one.
 *
 * @implements IEventListener<Event>
 */
final class GroupRemoval implements IEventListener
{
    public function __construct(
        private readonly Quotas $quotas,
        private readonly GroupRules $rules,
        private readonly Presets $presets,
        private readonly ServerRoutes $routes,
    ) {
    }

    public function handle(Event $event): void
    {
        if (!$event instanceof GroupDeletedEvent) {
            return;
        }
        $group = $event->getGroup()->getGID();
        $this->quotas->keep(array_diff_key($this->quotas->all(), [$group => true]));
        $this->rules->keep(array_diff_key($this->rules->all(), [$group => true]));
        $this->presets->forgetGroup($group);
        $this->routes->keep(array_values(array_filter($this->routes->all(), static fn (array $line): bool => $line['group'] !== $group)));
    }
}
