<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Tests\Kit\Activity;

use OCP\Activity\IEvent;
use OCP\Activity\IManager;
use OCP\Activity\ISetting;

/** What people read in their activity. */
final class Stream implements IManager
{
    /** @var list<array{string, Happening}> events with whose they are */
    private array $events = [];

    public function generateEvent(): IEvent
    {
        return new Happening();
    }

    public function bulkPublish(IEvent $event, array $affectedUserIds, ISetting $setting): void
    {
        assert($event instanceof Happening);
        foreach ($affectedUserIds as $userId) {
            $this->events[] = [$userId, clone $event];
        }
    }

    /** @return list<Happening> */
    public function of(string $userId): array
    {
        return array_values(array_map(
            static fn (array $each): Happening => $each[1],
            array_filter($this->events, static fn (array $each): bool => $each[0] === $userId),
        ));
    }

    /** @return list<string> subjects of what somebody reads */
    public function subjectsOf(string $userId): array
    {
        return array_map(static fn (Happening $event): string => $event->getSubject(), $this->of($userId));
    }
}
