<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Tests\Calendar;

use OCA\Bluebridge\Db\Session;
use OCA\Bluebridge\Db\SessionMapper;
use OCA\Bluebridge\Listener\CalendarChange;
use OCA\Bluebridge\Tests\AppTestCase;
use OCA\DAV\Events\CalendarDeletedEvent;
use OCA\DAV\Events\CalendarMovedToTrashEvent;
use OCA\DAV\Events\CalendarRestoredEvent;
use OCP\Calendar\Events\AbstractCalendarObjectEvent;
use OCP\Calendar\Events\CalendarObjectDeletedEvent;
use OCP\Calendar\Events\CalendarObjectMovedToTrashEvent;
use OCP\Calendar\Events\CalendarObjectRestoredEvent;
use OCP\EventDispatcher\Event;

require_once dirname(__DIR__, 2) . '/neighbours/apps.php';

/** Sessions whose events, or whose calendars, are put into the trash and taken out of it. */
final class TrashedSessionsTest extends AppTestCase
{
    private int $room;

    protected function setUp(): void
    {
        parent::setUp();
        $this->room = $this->roomOf('alice');
        foreach (['Exam' => 'personal', 'Party' => 'private'] as $title => $calendar) {
            $session = new Session();
            $session->setRoomId($this->room);
            $session->setOwnerId('alice');
            $session->setCalendarUri($calendar);
            $session->setCalendarName($calendar);
            $session->setObjectUri("{$title}.ics");
            $session->setTitle($title);
            $session->setStartsAt(4_000_000_000_000);
            $session->setEndsAt(4_000_003_600_000);
            $this->host->container->get(SessionMapper::class)->insert($session);
        }
    }

    public function testWhatIsTakenOutOfTheTrashIsThereAgain(): void
    {
        $this->tellOfEvent(CalendarObjectMovedToTrashEvent::class, 'Exam.ics');
        self::assertSame(['Party'], $this->titles());
        $this->tellOfEvent(CalendarObjectRestoredEvent::class, 'Exam.ics');
        self::assertSame(['Exam', 'Party'], $this->titles());
    }

    public function testWhatIsDeletedFromTheTrashIsGone(): void
    {
        $this->tellOfEvent(CalendarObjectMovedToTrashEvent::class, 'Exam.ics');
        $this->tellOfEvent(CalendarObjectDeletedEvent::class, 'Exam-deleted.ics');
        $this->tellOfEvent(CalendarObjectRestoredEvent::class, 'Exam.ics');
        self::assertSame(['Party'], $this->titles());
    }

    public function testTheTrashMayHoldAnotherEventOfTheSameName(): void
    {
        $this->tellOfEvent(CalendarObjectDeletedEvent::class, 'Exam-deleted.ics');
        self::assertSame(['Exam', 'Party'], $this->titles());
    }

    public function testAWholeCalendarComesBackWithoutWhatWasInTheTrashBefore(): void
    {
        $this->tellOfCalendar(CalendarMovedToTrashEvent::class, 'personal');
        self::assertSame(['Party'], $this->titles());
        $this->tellOfCalendar(CalendarRestoredEvent::class, 'personal');
        self::assertSame(['Exam', 'Party'], $this->titles());
        $this->tellOfEvent(CalendarObjectMovedToTrashEvent::class, 'Exam.ics');
        $this->tellOfCalendar(CalendarMovedToTrashEvent::class, 'personal');
        $this->tellOfCalendar(CalendarRestoredEvent::class, 'personal');
        self::assertSame(['Party'], $this->titles());
    }

    public function testTheSessionsOfACalendarGoWithIt(): void
    {
        $this->tellOfCalendar(CalendarDeletedEvent::class, 'personal', 'bob');
        self::assertSame(['Exam', 'Party'], $this->titles());
        $this->tellOfCalendar(CalendarDeletedEvent::class, 'personal');
        self::assertSame(['Party'], $this->titles());
        self::assertCount(1, $this->host->container->get(SessionMapper::class)->ofOwner('alice'));
    }

    /** @param class-string<AbstractCalendarObjectEvent> $event */
    private function tellOfEvent(string $event, string $object): void
    {
        $this->tell(new $event(1, self::calendar('personal', 'alice'), [], ['uri' => $object, 'calendardata' => 'BEGIN:VCALENDAR']));
    }

    /** @param class-string<CalendarDeletedEvent|CalendarMovedToTrashEvent|CalendarRestoredEvent> $kind */
    private function tellOfCalendar(string $kind, string $uri, string $owner = 'alice'): void
    {
        $event = self::createStub($kind);
        $event->method('getCalendarData')->willReturn(self::calendar($uri, $owner));
        $this->tell($event);
    }

    private function tell(Event $event): void
    {
        $this->host->container->forgetApp();
        $this->host->container->get(CalendarChange::class)->handle($event);
    }

    /** @return array<string, mixed> */
    private static function calendar(string $uri, string $owner): array
    {
        return ['uri' => $uri, 'principaluri' => "principals/users/{$owner}"];
    }

    /** @return list<mixed> */
    private function titles(): array
    {
        return array_column($this->dataOf($this->as('alice')->api('GET', "rooms/{$this->room}/sessions")), 'title');
    }
}
