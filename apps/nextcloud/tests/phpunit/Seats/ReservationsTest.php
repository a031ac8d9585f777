<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Tests\Seats;

use OCA\Bluebridge\Db\RoomMapper;
use OCA\Bluebridge\Seats\Accounts;
use OCA\Bluebridge\Seats\AccountTermsStore;
use OCA\Bluebridge\Seats\NewMeeting;
use OCA\Bluebridge\Seats\PlannedMeetings;
use OCA\Bluebridge\Service\RoomRemoval;
use OCA\Bluebridge\Tests\HosterTestCase;

final class ReservationsTest extends HosterTestCase
{
    public function testARoomThatSaysNothingReservesSeatsAndMinutesAllTheSame(): void
    {
        (new AccountTermsStore($this->host->settings))->keep($this->account(), ['connections' => 50, 'defaultSeats' => 12, 'defaultMinutes' => 45]);
        $meeting = $this->opened($this->roomOf('alice'));
        self::assertSame([12, 45 * 60_000, 'live'], [$meeting->seats, $meeting->plannedEndAt - $meeting->openedAt, $meeting->state]);
        self::assertSame(['12', '45'], [$this->sentIn('create')['maxParticipants'] ?? '', $this->sentIn('create')['duration'] ?? '']);
    }

    public function testARoomWithoutEnoughSeatsIsRefusedBeforeTheServerIsAsked(): void
    {
        $first = $this->roomFor(40, 60);
        $this->opened($first);
        $refused = $this->start($this->roomFor(11, 60, name: 'Physics'));
        self::assertSame(409, $refused->getStatus());
        $data = $this->dataOf($refused);
        self::assertSame('seats_exhausted', $data['code'] ?? '');
        self::assertIsString($data['message'] ?? null);
        $from = gmdate('Y-m-d H:i', intdiv($this->planned($first)->plannedEndAt + 59_999, 1000));
        self::assertStringContainsString($from, $data['message']);
        self::assertSame(1, $this->callsOf('create'));
        $this->opened($this->roomFor(10, 60, name: 'Music'));
        self::assertSame(2, $this->callsOf('create'));
    }

    public function testTheRefusalAtTheDoorSaysTheSameAndCreatesNothing(): void
    {
        $this->opened($this->roomFor(40, 60));
        $room = $this->roomFor(11, 60, name: 'Physics');
        $page = $this->as('alice')->page('POST', "rooms/{$room}/join");
        self::assertSame(403, $page->getStatus());
        $text = self::doorShown($page)['text'] ?? '';
        self::assertIsString($text);
        self::assertStringContainsString('All seats of the meeting server are taken', $text);
        self::assertSame(1, $this->callsOf('create'));
    }

    public function testARoomThatIsTooLargeForTheAccountSaysSo(): void
    {
        $message = $this->dataOf($this->start($this->roomFor(60, 30)))['message'] ?? '';
        self::assertSame('The room wants more seats than there are: please choose fewer in its settings.', $message);
    }

    public function testOfTwoAtOnceTheLastSeatsGoToOne(): void
    {
        $account = $this->account();
        $planned = new PlannedMeetings($this->host->db);
        // Both have read the same ledger before either writes.
        $turn = $planned->lastTurn($account) + 1;
        $first = $planned->add($account, $turn, new NewMeeting(1, 'nc-first', '', 1_000, 61_000, 30));
        $second = $planned->add($account, $turn, new NewMeeting(2, 'nc-second', '', 1_000, 61_000, 30));
        self::assertNotNull($first);
        self::assertNull($second);
        $third = $planned->add($account, $turn + 1, new NewMeeting(3, 'nc-third', '', 1_000, 61_000, 30));
        self::assertNotNull($third);
        // A turn that is taken cannot be moved to, and what was changed meanwhile is not changed.
        self::assertNull($planned->promise($third, $turn, ['seats' => 5]));
        self::assertNotNull($planned->promise($third, $turn + 2, ['seats' => 5]));
        self::assertNull($planned->change($third, ['seats' => 7]));
        self::assertSame(5, $planned->get($third->id)?->seats);
    }

    public function testWhoLosesTheTurnDecidesAnewOnWhatTheOtherLeft(): void
    {
        $room = $this->roomFor(20, 60);
        $rival = new RivalMeetings($this->host->db, 40);
        $this->host->container->put(PlannedMeetings::class, $rival);
        $data = $this->dataOf($this->start($room));
        self::assertSame('seats_exhausted', $data['code'] ?? '');
        self::assertSame(0, $this->callsOf('create'));
        self::assertSame(1, $rival->won);
    }

    public function testASecondModeratorOpensTheSameMeetingAndTakesNoSeatsMore(): void
    {
        $room = $this->roomFor(40, 60);
        $this->opened($room);
        $this->opened($room);
        self::assertCount(1, (new PlannedMeetings($this->host->db))->open($this->account()));
    }

    public function testSeatsOfWhoeverDiedWhileOpeningAreTakenOverByTheSameRoom(): void
    {
        $room = $this->roomFor(40, 60);
        $planned = new PlannedMeetings($this->host->db);
        $now = 1000 * $this->host->clock->getTime();
        $planned->add($this->account(), 1, new NewMeeting($room, $this->meetingOf($room), '', $now, $now + 3_600_000, 40));
        $this->passMs(10_000);
        self::assertSame('live', $this->opened($room)->state);
        self::assertCount(1, $planned->open($this->account()));
    }

    public function testSeatsThatAnotherSystemHasAreCounted(): void
    {
        $foreign = ['name' => 'Elsewhere', 'meetingID' => 'of another system', 'maxParticipants' => 45, 'duration' => 60];
        $this->service(Accounts::class)->all()[0]->client()->call('create', $foreign);
        $data = $this->dataOf($this->start($this->roomFor(10, 60)));
        self::assertSame('seats_exhausted', $data['code'] ?? '');
        $seats = $data['seats'] ?? null;
        self::assertIsArray($seats);
        self::assertIsArray($seats['holders'] ?? null);
        self::assertIsString($seats['holders'][0] ?? null);
        self::assertStringStartsWith('Another system · 45 seats · until ', $seats['holders'][0]);
    }

    public function testAMeetingBeyondItsTimeGivesWayOnlyWhenThatWasAgreedToByName(): void
    {
        $late = $this->roomFor(40, 30, name: 'Late');
        $meeting = $this->opened($late);
        $this->comeIn($late);
        $this->passMinutes(31);
        $wanting = $this->roomFor(30, 60, name: 'Wanting');
        $data = $this->dataOf($this->start($wanting));
        self::assertSame('would_evict', $data['code'] ?? '');
        self::assertIsArray($data['seats'] ?? null);
        self::assertSame([(string) $meeting->id], $data['seats']['confirms'] ?? []);
        self::assertSame(409, $this->start($wanting, ['999'])->getStatus());
        self::assertSame(1, $this->callsOf('create'));
        self::assertSame(200, $this->start($wanting, [(string) $meeting->id])->getStatus());
        self::assertSame(2, $this->callsOf('create'));
        self::assertSame(1, $this->callsOf('sendChatMessage'));
    }

    public function testASlowChatDoesNotKeepTheOpenerWaiting(): void
    {
        $late = [$this->roomFor(15, 30, name: 'Late'), $this->roomFor(15, 30, name: 'Later'), $this->roomFor(15, 30, name: 'Latest')];
        $meetings = array_map(fn (int $room): string => (string) $this->opened($room)->id, $late);
        array_map(fn (int $room) => $this->comeIn($room), $late);
        $this->passMinutes(31);
        $wanting = $this->roomFor(50, 60, name: 'Wanting');
        $server = $this->answering();
        $server->before('sendChatMessage', fn () => $this->host->clock->advance(4_000));
        self::assertSame(200, $this->start($wanting, $meetings)->getStatus());
        self::assertSame(1, $this->callsOf('sendChatMessage'));
        self::assertSame(8_000, $server->limits['sendChatMessage'] ?? 0);
    }

    public function testTheDoorTakesTheSameConsent(): void
    {
        $late = $this->roomFor(40, 30, name: 'Late');
        $meeting = $this->opened($late);
        $this->comeIn($late);
        $this->passMinutes(31);
        $wanting = $this->roomFor(30, 60, name: 'Wanting');
        $asked = self::doorShown($this->as('alice')->page('POST', "rooms/{$wanting}/join"));
        self::assertSame((string) $meeting->id, $asked['evicts'] ?? '');
        self::assertSame(303, $this->as('alice')->page('POST', "rooms/{$wanting}/join", ['evicts' => (string) $meeting->id])->getStatus());
    }

    public function testAServerThatReservesNothingIsSentNoSeats(): void
    {
        $this->connectHoster('bigbluebutton', '/bigbluebutton/');
        $room = $this->roomFor(20, 0);
        self::assertSame(0, $this->opened($room)->seats);
        self::assertSame(0, $this->dataOf($this->as('alice')->api('GET', "rooms/{$room}/seats"))['total'] ?? null);
    }

    public function testARoomThatIsGoneLeavesItsSeatsTakenForAsLongAsItsMeetingRuns(): void
    {
        $room = $this->roomFor(40, 60);
        $this->opened($room);
        $this->comeIn($room);
        $gone = $this->service(RoomMapper::class)->find($room);
        self::assertNotNull($gone);
        $this->answering()->answer('end', '<response><returncode>FAILED</returncode><messageKey>internalError</messageKey></response>');
        $this->service(RoomRemoval::class)->remove($gone);
        self::assertSame(409, $this->start($this->roomFor(20, 60))->getStatus());
    }
}
