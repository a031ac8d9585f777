<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Tests\Calendar;

use OCA\Bluebridge\Calendar\EventTimes;
use OCA\Bluebridge\Listener\CalendarChange;
use OCA\Bluebridge\Notification\Notices;
use OCA\Bluebridge\Notification\Notifier;
use OCA\Bluebridge\Tests\AppTestCase;
use OCA\Bluebridge\Tests\Kit\Calendar\OwnCalendar;
use OCA\Bluebridge\Tests\Kit\Host\Apps;
use OCA\Bluebridge\Tests\Kit\Notices\Notice;
use OCA\Bluebridge\Tests\Kit\People\Circles;
use OCA\Circles\CirclesManager;
use OCP\App\IAppManager;
use OCP\Calendar\CalendarEventStatus;
use OCP\Calendar\Events\CalendarObjectDeletedEvent;
use OCP\Calendar\Events\CalendarObjectUpdatedEvent;
use PHPUnit\Framework\Attributes\DataProvider;

/** Sessions of rooms, as events in calendars. */
final class SessionsTest extends AppTestCase
{
    private int $room;

    private int $startsAt;

    private OwnCalendar $calendar;

    protected function setUp(): void
    {
        parent::setUp();
        $this->room = $this->roomOf('alice');
        $this->as('alice')->api('POST', "rooms/{$this->room}/members", ['kind' => 'user', 'target' => 'bob', 'role' => 'viewer']);
        $this->calendar = new OwnCalendar('personal', 'Personal');
        $this->host->calendars->add('alice', $this->calendar);
        $this->host->calendars->add('alice', new OwnCalendar('holidays', 'Holidays', 1));
        $this->startsAt = 1_000 * ($this->host->clock->getTime() + 86_400);
    }

    public function testOnlyCalendarsThatCanBeWrittenAreOffered(): void
    {
        $offered = $this->dataOf($this->as('alice')->api('GET', 'calendars'));
        self::assertSame([['uri' => 'personal', 'name' => 'Personal', 'isDefault' => true]], $offered);
        self::assertSame([], $this->dataOf($this->as('carol')->api('GET', 'calendars')));
        self::assertSame('no_such_calendar', $this->plan(['calendar' => 'holidays'], 400)['code']);
    }

    public function testASessionIsAnEventWithTheLinkAndThePeople(): void
    {
        $this->host->groups->add('class', $this->host->people->add('gus', 'gus@example.org'), $this->host->people->add('ivy'));
        $chosen = [['user', 'bob'], ['group', 'class'], ['email', 'Dana@example.org'], ['user', 'alice']];
        $session = $this->plan(['attendees' => array_map(static fn (array $each): array => ['kind' => $each[0], 'target' => $each[1]], $chosen)]);
        $event = $this->calendar->events['EVENT1.ics'];
        self::assertSame(['Exam', $this->startsAt, $this->startsAt + 5_400_000], [$event->summary, 1_000 * (int) $event->start?->getTimestamp(), 1_000 * (int) $event->end?->getTimestamp()]);
        self::assertMatchesRegularExpression('~^https://cloud\.example\.org/apps/bluebridge/r/\w{24}$~', $event->location);
        self::assertStringContainsString($event->location, $event->description);
        self::assertSame('alice@example.org', $event->organizer);
        // Nextcloud 32 writes an event without one wrongly.
        self::assertSame(CalendarEventStatus::CONFIRMED, $event->status);
        self::assertSame(['bob@example.org' => 'Bob', 'gus@example.org' => 'Gus', 'dana@example.org' => 'dana@example.org'], $event->attendees);
        // Who has no address is told here.
        self::assertSame([4, 1, 0], [$session['attendees'], count($this->host->notices->of('ivy')), count($this->host->notices->of('gus'))]);
    }

    public function testAddressesThatAreNobodysBusinessAreInNoEvent(): void
    {
        $this->host->groups->add('class', $this->host->people->add('gus', 'gus@example.org'), $this->host->people->add('ivy', 'ivy@example.org'));
        $this->host->profiles->hidden = ['ivy'];
        $this->plan(['attendees' => [['kind' => 'group', 'target' => 'class']]]);
        self::assertSame(['gus@example.org' => 'Gus'], $this->calendar->events['EVENT1.ics']->attendees);
        // Where people find each other in their groups only, this is a group of strangers.
        $this->host->sharing->findsInGroupsOnly = true;
        $session = $this->plan(['attendees' => [['kind' => 'group', 'target' => 'class'], ['kind' => 'user', 'target' => 'bob']]]);
        self::assertSame([[], 3], [$this->calendar->events['EVENT2.ics']->attendees, $session['attendees']]);
        $notice = $this->host->notices->of('gus')[0];
        $this->host->container->get(Notifier::class)->prepare($notice, 'en');
        self::assertSame('{user} invites you to {session} on {time}', $notice->words);
        self::assertSame(['Alice', 'Exam'], [$notice->objects['user']['name'], $notice->objects['session']['name']]);
        self::assertStringContainsString('/apps/bluebridge/r/', $notice->link);
    }

    public function testWithoutAnAddressOfTheirOwnPeopleAreToldByNotificationAndAddressesAreNot(): void
    {
        $this->host->groups->add('class', $this->host->people->add('gus', 'gus@example.org'), $this->host->people->add('alice', ''));
        $session = $this->planWith(['user', 'bob'], ['group', 'class'], ['email', 'dana@example.org'], ['email', 'Dana@example.org']);
        self::assertSame(['', []], [$this->calendar->events['EVENT1.ics']->organizer, $this->calendar->events['EVENT1.ics']->attendees]);
        self::assertSame([1, 1, 0], $this->toldOfSessions('bob', 'gus', 'alice'));
        self::assertSame([2, 2, 1], [$session['attendees'], $session['notified'], $session['missed']]);
        self::assertSame([2], array_column($this->dataOf($this->as('bob')->api('GET', "rooms/{$this->room}/sessions")), 'attendees'));
        $nobody = $this->planWith(['email', 'dana@example.org'], ['user', 'alice']);
        self::assertSame([0, 0, 1], [$nobody['attendees'], $nobody['notified'], $nobody['missed']]);
    }

    public function testWhoHasAnAddressMissesNobody(): void
    {
        $session = $this->planWith(['user', 'bob'], ['email', 'dana@example.org']);
        self::assertSame([2, 0, 0], [$session['attendees'], $session['notified'], $session['missed']]);
    }

    public function testThePeopleOfATeamAreInvitedEachOnce(): void
    {
        $apps = new Apps();
        $apps->enable('circles');
        $circles = new Circles();
        $circles->add('crew', 'alice', 'bob', 'tim');
        $this->host->container->put(IAppManager::class, $apps);
        $this->host->container->put(CirclesManager::class, $circles);
        $this->host->people->add('tim');
        $session = $this->planWith(['team', 'crew'], ['user', 'bob']);
        self::assertSame(['bob@example.org' => 'Bob'], $this->calendar->events['EVENT1.ics']->attendees);
        self::assertSame([0, 1], $this->toldOfSessions('bob', 'tim'));
        self::assertSame([2, 1], [$session['attendees'], $session['notified']]);
    }

    public function testWhoMeetsInAGroupIsFoundThere(): void
    {
        $this->host->groups->add('staff', $this->host->people->add('alice', 'alice@example.org'), $this->host->people->add('bob', 'bob@example.org'));
        $this->host->sharing->findsInGroupsOnly = true;
        $this->plan(['attendees' => [['kind' => 'user', 'target' => 'bob']]]);
        self::assertSame(['bob@example.org' => 'Bob'], $this->calendar->events['EVENT1.ics']->attendees);
    }

    public function testAllMembersReadWhatIsToCome(): void
    {
        $this->plan(['startsAt' => $this->startsAt + 86_400_000, 'title' => 'Second']);
        $this->plan(['title' => 'First']);
        self::assertSame(['First', 'Second'], $this->titlesFor('bob'));
        self::assertSame(404, $this->as('carol')->api('GET', "rooms/{$this->room}/sessions")->getStatus());
        $this->host->clock->advance(86_400_000 + 5_400_000);
        self::assertSame(['Second'], $this->titlesFor('bob'));
    }

    public function testWhatCannotBeMeantIsRefused(): void
    {
        foreach ([['startsAt' => 1_000], ['lengthMinutes' => 0], ['lengthMinutes' => 1_441], ['title' => str_repeat('x', 256)]] as $wrong) {
            self::assertSame('session_invalid', $this->plan($wrong, 400)['code']);
        }
        self::assertSame('no_such_person', $this->plan(['attendees' => [['kind' => 'user', 'target' => 'nobody']]], 400)['code']);
        self::assertSame([], $this->calendar->events);
    }

    public function testWhoMovesTheEventMovesTheSession(): void
    {
        $this->plan();
        $data = "BEGIN:VCALENDAR\r\nBEGIN:VTIMEZONE\r\nTZID:Europe/Berlin\r\nEND:VTIMEZONE\r\nBEGIN:VEVENT\r\nSUMMARY:Exam\\, moved\r\nDTSTART;TZID=Europe/Berlin:20300110T100000\r\nDTEND;TZID=Europe/Berlin:20300110T113000\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
        $this->tell(CalendarObjectUpdatedEvent::class, 'bob', $data);
        self::assertSame(['Exam'], $this->titlesFor('bob'));
        $this->tell(CalendarObjectUpdatedEvent::class, 'alice', $data);
        $sessions = $this->dataOf($this->as('bob')->api('GET', "rooms/{$this->room}/sessions"));
        self::assertIsArray($sessions[0]);
        self::assertSame(['Exam, moved', 1_894_266_000_000, 1_894_271_400_000], [$sessions[0]['title'], $sessions[0]['startsAt'], $sessions[0]['endsAt']]);
        $this->tell(CalendarObjectDeletedEvent::class, 'alice', $data);
        self::assertSame([], $this->titlesFor('bob'));
    }

    #[DataProvider('oddEvents')]
    public function testAnEventWithoutAPlainTimeSaysNothing(string $lines): void
    {
        self::assertNull(EventTimes::in("BEGIN:VCALENDAR\nBEGIN:VEVENT\n{$lines}\nEND:VEVENT\nEND:VCALENDAR\n"));
    }

    /** @return iterable<string, array{string}> */
    public static function oddEvents(): iterable
    {
        yield 'whole days' => ["DTSTART;VALUE=DATE:20300110\nDTEND;VALUE=DATE:20300111"];
        yield 'no end' => ['DTSTART:20300110T100000Z'];
        yield 'an end before the beginning' => ["DTSTART:20300110T100000Z\nDTEND:20300110T090000Z"];
        yield 'an unknown zone' => ["DTSTART;TZID=Nowhere/Town:20300110T100000\nDTEND;TZID=Nowhere/Town:20300110T110000"];
    }

    /** @return list<int> how often each was told of a session here */
    private function toldOfSessions(string ...$people): array
    {
        $isOfSession = static fn (Notice $notice): bool => $notice->getSubject() === Notices::PLANNED;

        return array_values(array_map(fn (string $who): int => count(array_filter($this->host->notices->of($who), $isOfSession)), $people));
    }

    /**
     * @param array{string, string} ...$chosen kinds and targets
     * @return array<array-key, mixed>
     */
    private function planWith(array ...$chosen): array
    {
        return $this->plan(['attendees' => array_map(static fn (array $each): array => ['kind' => $each[0], 'target' => $each[1]], array_values($chosen))]);
    }

    /**
     * @param array<string, mixed> $wish
     * @return array<array-key, mixed>
     */
    private function plan(array $wish = [], int $status = 201): array
    {
        $usual = ['title' => 'Exam', 'startsAt' => $this->startsAt, 'lengthMinutes' => 90, 'calendar' => 'personal', 'attendees' => []];
        $response = $this->as('alice')->api('POST', "rooms/{$this->room}/sessions", $wish + $usual);
        self::assertSame($status, $response->getStatus());

        return $this->dataOf($response);
    }

    /** @param class-string<CalendarObjectUpdatedEvent|CalendarObjectDeletedEvent> $event */
    private function tell(string $event, string $whose, string $data): void
    {
        $this->host->container->forgetApp();
        $calendar = ['uri' => 'personal', 'principaluri' => "principals/users/{$whose}"];
        $this->host->container->get(CalendarChange::class)->handle(new $event(1, $calendar, [], ['uri' => 'EVENT1.ics', 'calendardata' => $data]));
    }

    /** @return array<array-key, mixed> */
    private function titlesFor(string $who): array
    {
        return array_column($this->dataOf($this->as($who)->api('GET', "rooms/{$this->room}/sessions")), 'title');
    }
}
