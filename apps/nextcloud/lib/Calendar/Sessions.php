<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Calendar;

use DateTimeImmutable;
use OCA\Bluebridge\AppInfo\Application;
use OCA\Bluebridge\Clock;
use OCA\Bluebridge\Db\Room;
use OCA\Bluebridge\Db\Session;
use OCA\Bluebridge\Db\SessionMapper;
use OCA\Bluebridge\Exception\Problem;
use OCA\Bluebridge\Notification\Notices;
use OCA\Bluebridge\Service\RoomAddresses;
use OCP\Calendar\CalendarEventStatus;
use OCP\Calendar\ICreateFromString;
use OCP\Calendar\IManager;
use OCP\IL10N;
use OCP\IUser;
use Psr\Log\LoggerInterface;
use Throwable;

/**
 * Sessions of rooms, as events in calendars: there people see them, are reminded, and move them. The
 * calendar invites the attendees, as far as whoever plans it may know their address and has one; the others are told by
 * a notification. We keep what the page of a room shows.
 *
 * @phpstan-type Card array{id: string, title: string, startsAt: int, endsAt: int, calendar: string, url: string, attendees: int}
 * @phpstan-type Planned array{id: string, title: string, startsAt: int, endsAt: int, calendar: string, url: string, attendees: int, notified: int, missed: int}
 */
class Sessions
{
    private const MOST_SHOWN = 20;

    private const LONGEST_TITLE = 255;

    private const LONGEST_MINUTES = 1_440;

    public function __construct(
        private readonly SessionMapper $sessions,
        private readonly OwnCalendars $calendars,
        private readonly Invited $invited,
        private readonly IManager $manager,
        private readonly RoomAddresses $addresses,
        private readonly Notices $notices,
        private readonly IL10N $l10n,
        private readonly Clock $clock,
        private readonly LoggerInterface $logger,
    ) {
    }

    /** @return list<Card> what is still to come in a room, the soonest first */
    public function coming(Room $room): array
    {
        return array_map($this->card(...), $this->sessions->coming($room->getId(), $this->clock->now(), self::MOST_SHOWN));
    }

    /**
     * Writes a session into somebody's calendar.
     *
     * @param array<array-key, mixed> $attendees each a kind and a target
     * @return Planned with how many are told by a notification, and how many addresses nobody could invite
     * @throws Problem `session_invalid`, `no_such_calendar`, `no_such_person` or `session_refused`
     */
    public function plan(Room $room, IUser $by, string $title, int $startsAt, int $minutes, string $calendarUri, array $attendees): array
    {
        $title = trim($title) === '' ? $room->getName() : trim($title);
        $isLength = $minutes > 0 && $minutes <= self::LONGEST_MINUTES;
        if (mb_strlen($title) > self::LONGEST_TITLE || preg_match('/\p{Cc}/u', $title) !== 0 || !$isLength || $startsAt <= $this->clock->now()) {
            throw Problem::invalid('session_invalid');
        }
        $calendar = $this->calendars->find($by->getUID(), $calendarUri) ?? throw Problem::invalid('no_such_calendar');
        $people = $this->invited->among($by, $attendees);
        $session = new Session();
        $session->setRoomId($room->getId());
        $session->setOwnerId($by->getUID());
        $session->setCalendarUri($calendar->getUri());
        $session->setCalendarName(mb_substr($calendar->getDisplayName() ?? $calendar->getUri(), 0, 255));
        $session->setTitle($title);
        $session->setStartsAt($startsAt);
        $session->setEndsAt($startsAt + $minutes * 60_000);
        $session->setAttendees(count($people['addresses']) + count($people['users']));
        $session->setObjectUri($this->write($room, $by, $session, $calendar, $people['addresses']));
        $session = $this->sessions->insert($session);
        $this->notices->planned($room, $people['users'], $by, $session);

        return $this->card($session) + ['notified' => count($people['users']), 'missed' => $people['missed']];
    }

    /**
     * @param array<string, string> $people names, by address
     * @return string what the calendar keeps the event as
     */
    private function write(Room $room, IUser $by, Session $session, ICreateFromString $calendar, array $people): string
    {
        // Members come in by the open address too, with their own role.
        $link = $this->addresses->open($room);
        try {
            $event = $this->manager->createEventBuilder()
                ->setStartDate(self::moment($session->getStartsAt()))
                ->setEndDate(self::moment($session->getEndsAt()))
                ->setSummary($session->getTitle())
                ->setStatus(CalendarEventStatus::CONFIRMED)
                ->setLocation($link)
                ->setDescription($this->l10n->t('Join here: %s', [$link]));
            $address = $by->getEMailAddress() ?? '';
            if ($address !== '') {
                $event->setOrganizer($address, $by->getDisplayName());
                foreach ($people as $attendee => $name) {
                    $event->addAttendee($attendee, $name);
                }
            }

            return $event->createInCalendar($calendar);
        } catch (Throwable $error) {
            $this->logger->warning('A session could not be written into a calendar', ['exception' => $error, 'app' => Application::APP_ID]);
            throw Problem::conflict('session_refused');
        }
    }

    private static function moment(int $at): DateTimeImmutable
    {
        return new DateTimeImmutable('@' . intdiv($at, 1000));
    }

    /** @return Card */
    private function card(Session $session): array
    {
        return [
            'id' => (string) $session->getId(),
            'title' => $session->getTitle(),
            'startsAt' => $session->getStartsAt(),
            'endsAt' => $session->getEndsAt(),
            'calendar' => $session->getCalendarName(),
            'url' => '',
            'attendees' => $session->getAttendees(),
        ];
    }
}
