<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Tests\Seats;

use Bluebridge\WordPress\Entrance\DoorSigns;
use Bluebridge\WordPress\Seats\NewMeeting;
use Bluebridge\WordPress\Tests\Database;
use Bluebridge\WordPress\Tests\HosterTestCase;

final class ReservationsTest extends HosterTestCase
{
    public function testARoomThatSaysNothingReservesSeatsAndMinutesAllTheSame(): void
    {
        $this->say('BLUEBRIDGE_DEFAULT_SEATS', '12');
        $this->say('BLUEBRIDGE_DEFAULT_MINUTES', '45');
        $room = $this->roomOf('author');
        self::assertNotNull($this->openRoom($room)->url);
        $meeting = $this->meetingOf($room);
        self::assertSame([12, 45 * 60_000, 'live'], [$meeting->seats, $meeting->plannedEndAt - $meeting->openedAt, $meeting->state]);
    }

    public function testARoomWithoutEnoughSeatsIsRefusedBeforeTheServerIsAsked(): void
    {
        $this->openRoom($this->roomFor(40, 60));
        $this->traffic->forget();
        $plan = $this->openRoom($this->roomFor(11, 60, title: 'Physics'))->plan;
        self::assertSame('seats_exhausted', $plan['reason'] ?? '');
        self::assertNotContains('create', $this->traffic->calls());
        self::assertNotNull($this->openRoom($this->roomFor(10, 60, title: 'Music'))->url);
    }

    public function testTheRefusalSaysWhenThereAreEnough(): void
    {
        $first = $this->roomFor(40, 60);
        $this->openRoom($first);
        $plan = $this->openRoom($this->roomFor(20, 30, title: 'Physics'))->plan;
        self::assertSame($this->meetingOf($first)->plannedEndAt, $plan['nextWindow']['from'] ?? 0);
        $tooLarge = $this->openRoom($this->roomFor(60, 30, title: 'Assembly'))->plan;
        self::assertNull($tooLarge['nextWindow'] ?? null);
    }

    public function testOfTwoAtOnceTheLastSeatsGoToOne(): void
    {
        $account = $this->seats->accounts()->of('')->key;
        $now = $this->clock->now();
        // Both have read the same ledger before either writes.
        $turn = $this->planned->lastTurn($account) + 1;
        $first = $this->planned->add($account, $turn, new NewMeeting(1, 'bb-first', '', $now, $now + 60_000, 30));
        $second = $this->planned->add($account, $turn, new NewMeeting(2, 'bb-second', '', $now, $now + 60_000, 30));
        self::assertNotNull($first);
        self::assertNull($second);
    }

    public function testWhoLosesTheTurnDecidesAnewOnWhatTheOtherLeft(): void
    {
        $account = $this->seats->accounts()->of('')->key;
        $rival = null;
        // The rival writes in the moment between the reading of the ledger and the writing.
        add_filter('query', function (string $query) use ($account, &$rival): string {
            if ($rival === null && str_contains($query, 'INSERT IGNORE') && str_contains($query, 'planned_meetings')) {
                $rival = false;
                $now = $this->clock->now();
                $turn = $this->planned->lastTurn($account) + 1;
                $rival = $this->planned->add($account, $turn, new NewMeeting(999_999, 'bb-rival', '', $now, $now + 3_600_000, 40));
            }

            return $query;
        });
        $plan = $this->openRoom($this->roomFor(20, 60))->plan;
        self::assertIsObject($rival);
        self::assertSame('seats_exhausted', $plan['reason'] ?? '');
        self::assertNotContains('create', $this->traffic->calls());
    }

    public function testASecondModeratorOpensTheSameMeetingAndTakesNoSeatsMore(): void
    {
        $room = $this->roomFor(40, 60);
        $this->openRoom($room);
        $this->infos->askAnew($room->meetingID);
        self::assertNotNull($this->openRoom($room)->url);
        self::assertCount(1, $this->planned->open($this->seats->accounts()->of('')->key));
    }

    public function testSeatsOfWhoeverDiedWhileOpeningAreTakenOverByTheSameRoom(): void
    {
        $room = $this->roomFor(40, 60);
        $this->traffic->breakDown();
        try {
            $this->openRoom($room);
        } catch (\Exception) {
            // Nobody knows now whether there is a meeting.
        }
        $this->planned->add(
            $this->seats->accounts()->of('')->key,
            1 + $this->planned->lastTurn($this->seats->accounts()->of('')->key),
            new NewMeeting($room->id, $room->meetingID, '', $this->clock->now(), $this->clock->now() + 3_600_000, 40),
        );
        $this->passMs(10_000);
        $this->traffic->recover();
        self::assertNotNull($this->openRoom($room)->url);
        self::assertSame('live', $this->meetingOf($room)->state);
    }

    public function testARefusedOpeningKeepsNoSeats(): void
    {
        $room = $this->roomFor(20, 60);
        $this->traffic->answerCall('create', '<response><returncode>FAILED</returncode><messageKey>maxConcurrent</messageKey><message>Full</message></response>');
        $plan = $this->openRoom($room)->plan;
        self::assertSame('seats_exhausted', $plan['reason'] ?? '');
        self::assertNull($this->planned->openIn($room->id));
    }

    public function testSeatsThatAnotherSystemHasAreCounted(): void
    {
        $foreign = ['name' => 'Elsewhere', 'meetingID' => 'of another system', 'maxParticipants' => 45, 'duration' => 60];
        $this->seats->accounts()->of('')->client()->call('create', $foreign);
        $plan = $this->openRoom($this->roomFor(10, 60))->plan;
        self::assertSame('seats_exhausted', $plan['reason'] ?? '');
        self::assertSame([], $this->callsOf('hooks/create'));
    }

    public function testAMeetingBeyondItsTimeGivesWayOnlyWhenThatWasAgreedToByName(): void
    {
        $late = $this->roomFor(40, 30, title: 'Late');
        $this->openRoom($late);
        $this->join($late);
        $this->passMinutes(31);
        $wanting = $this->roomFor(30, 60, title: 'Wanting');
        $plan = $this->openRoom($wanting)->plan;
        self::assertSame('would_evict', $plan['reason'] ?? '');
        $named = [(string) $this->meetingOf($late)->id];
        self::assertSame($named, $plan['meetings'] ?? []);
        self::assertSame('would_evict', $this->openRoom($wanting, ['999'])->plan['reason'] ?? '');
        self::assertNotNull($this->openRoom($wanting, $named)->url);
        self::assertContains('sendChatMessage', $this->traffic->calls());
    }

    public function testAServerThatReservesNothingIsSentNoSeats(): void
    {
        $this->say('BLUEBRIDGE_DIALECT', 'bigbluebutton');
        $account = $this->seats->accounts()->of('');
        self::assertNull($account->connections());
        self::assertNull($this->seats->places()->verdict($this->roomOf('author')));
    }

    public function testNobodyLooksForSeatsWhereNoneAreReservedOrTheDoorIsShut(): void
    {
        $room = $this->roomFor(10, 60);
        $door = new DoorSigns($this->meetings, $this->clock);
        self::assertSame(0, $this->queriesOf(fn (): ?int => $door->shutFor($room, self::moderator())));
        self::assertGreaterThan(0, $this->queriesOf(fn (): ?array => $this->seats->places()->verdict($room)));
        $this->say('BLUEBRIDGE_DIALECT', 'bigbluebutton');
        self::assertSame(0, $this->queriesOf(fn (): ?array => $this->seats->places()->verdict($room)));
    }

    /** @param callable(): mixed $deed */
    private function queriesOf(callable $deed): int
    {
        // Options are read once for all.
        $deed();
        $before = Database::connection()->num_queries;
        $deed();

        return Database::connection()->num_queries - $before;
    }
}
