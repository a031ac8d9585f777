<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Tests\Kit\Host;

use LogicException;
use OCP\EventDispatcher\Event;
use OCP\EventDispatcher\IEventDispatcher;
use OCP\EventDispatcher\IEventListener;
use Psr\Container\ContainerInterface;

/** Tells the app's own listeners of events, and keeps what was told. */
final class Events implements IEventDispatcher
{
    /** @var list<Event> */
    private array $told = [];

    /** @var array<string, list<string>> */
    private array $listeners = [];

    private ?ContainerInterface $container = null;

    /** @param array<string, list<string>> $listeners by event */
    public function tell(array $listeners, ContainerInterface $container): void
    {
        [$this->listeners, $this->container] = [$listeners, $container];
    }

    public function dispatchTyped(Event $event): void
    {
        $this->told[] = $event;
        foreach ($this->listeners[$event::class] ?? [] as $listener) {
            $made = $this->container?->get($listener);
            if (!$made instanceof IEventListener) {
                throw new LogicException("{$listener} is no listener.");
            }
            $made->handle($event);
        }
    }

    /**
     * @template T of Event
     * @param class-string<T> $kind
     * @return list<T> what was told of a kind
     */
    public function told(string $kind): array
    {
        return array_values(array_filter($this->told, static fn (Event $event): bool => $event instanceof $kind));
    }
}
