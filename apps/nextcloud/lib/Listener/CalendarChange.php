<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Listener;

use OCA\Bluebridge\Calendar\EventTimes;
use OCA\Bluebridge\Clock;
use OCA\Bluebridge\Db\Session;
use OCA\Bluebridge\Db\SessionMapper;
use OCA\DAV\Events\CalendarDeletedEvent;
use OCA\DAV\Events\CalendarMovedToTrashEvent;
use OCA\DAV\Events\CalendarRestoredEvent;
use OCP\Calendar\Events\AbstractCalendarObjectEvent;
use OCP\Calendar\Events\CalendarObjectDeletedEvent;
use OCP\Calendar\Events\CalendarObjectMovedToTrashEvent;
use OCP\EventDispatcher\Event;
use OCP\EventDispatcher\IEventListener;

/**
 * Follows the events of sessions: who moves one in the calendar moves it on the page of the room, and who
 * deletes it there takes it away, until they take it out of the trash again. The same with whole calendars.
 *
 * @implements IEventListener<Event>
 */
final class CalendarChange implements IEventListener
{
    private const USERS = 'principals/users/';

    /** What the calendar adds to the name of an event while it is in the trash. */
    private const IN_TRASH = '-deleted';

    public function __construct(private readonly SessionMapper $sessions, private readonly Clock $clock)
    {
    }

    public function handle(Event $event): void
    {
        if ($event instanceof AbstractCalendarObjectEvent) {
            $this->followEvent($event, self::textIn($event->getObjectData(), 'uri'));
        } elseif ($event instanceof CalendarDeletedEvent || $event instanceof CalendarMovedToTrashEvent || $event instanceof CalendarRestoredEvent) {
            $this->followCalendar($event);
        }
    }

    private function followEvent(AbstractCalendarObjectEvent $event, string $object): void
    {
        $owner = self::ownerOf($event->getCalendarData());
        $calendar = self::textIn($event->getCalendarData(), 'uri');
        $name = preg_replace('/' . self::IN_TRASH . '(\.\w+)?$/D', '$1', $object) ?? $object;
        foreach ($owner === '' || $object === '' ? [] : $this->sessions->ofEvent($owner, $calendar, $name) as $session) {
            // Where the trash is emptied, another event may have got the name meanwhile.
            $isOther = $name !== $object && $session->getTrashedAt() === 0;
            match (true) {
                $isOther => null,
                $event instanceof CalendarObjectDeletedEvent => $this->sessions->delete($session),
                $event instanceof CalendarObjectMovedToTrashEvent => $this->trash($session, $this->clock->now()),
                default => $this->write($session, EventTimes::in(self::textIn($event->getObjectData(), 'calendardata'))),
            };
        }
    }

    private function followCalendar(CalendarDeletedEvent|CalendarMovedToTrashEvent|CalendarRestoredEvent $event): void
    {
        $owner = self::ownerOf($event->getCalendarData());
        $trashedAt = $event instanceof CalendarRestoredEvent ? 0 : $this->clock->now();
        foreach ($owner === '' ? [] : $this->sessions->ofCalendar($owner, self::textIn($event->getCalendarData(), 'uri')) as $session) {
            if ($event instanceof CalendarDeletedEvent) {
                $this->sessions->delete($session);
            } else {
                $session->setCalendarTrashedAt($trashedAt);
                $this->sessions->update($session);
            }
        }
    }

    private function trash(Session $session, int $at): void
    {
        $session->setTrashedAt($at);
        $this->sessions->update($session);
    }

    /** @param EventTimes|null $times null where an event says none that a session could have */
    private function write(Session $session, ?EventTimes $times): void
    {
        if ($times !== null) {
            $session->setTitle(mb_substr($times->title === '' ? $session->getTitle() : $times->title, 0, 255));
            $session->setStartsAt($times->startsAt);
            $session->setEndsAt($times->endsAt);
        }
        // What is changed or restored is not in the trash.
        $this->trash($session, 0);
    }

    /** @param array<array-key, mixed> $calendar */
    private static function ownerOf(array $calendar): string
    {
        $principal = self::textIn($calendar, 'principaluri');

        return str_starts_with($principal, self::USERS) ? substr($principal, strlen(self::USERS)) : '';
    }

    /** @param array<array-key, mixed> $data */
    private static function textIn(array $data, string $name): string
    {
        return is_string($data[$name] ?? null) ? $data[$name] : '';
    }
}
