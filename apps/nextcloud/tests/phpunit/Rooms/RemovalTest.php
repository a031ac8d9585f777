<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Tests\Rooms;

use OCA\Bluebridge\Db\Recording;
use OCA\Bluebridge\Db\RecordingMapper;
use OCA\Bluebridge\Listener\AccountRemoval;
use OCA\Bluebridge\Seats\PlannedMeetings;
use OCA\Bluebridge\Tests\HosterTestCase;
use OCP\User\Events\UserDeletedEvent;

/** What becomes of a meeting, of statuses and of recordings when their room goes. */
final class RemovalTest extends HosterTestCase
{
    public function testARoomInWhichPeopleMeetStays(): void
    {
        $room = $this->roomFor(10, 60);
        $this->opened($room);
        $this->comeIn($room);
        self::assertSame('meeting_open', $this->refusal($room));
        self::assertSame(200, $this->as('admin')->api('POST', 'admin/rooms', ['deed' => 'delete', 'ids' => [$room]])->getStatus());
        self::assertSame(200, $this->as('alice')->api('GET', "rooms/{$room}")->getStatus());
        self::assertSame(200, $this->as('alice')->api('POST', "rooms/{$room}/end")->getStatus());
        self::assertSame(200, $this->as('alice')->api('DELETE', "rooms/{$room}")->getStatus());
    }

    public function testAMeetingThatEndedUnseenKeepsNoRoom(): void
    {
        $room = $this->roomFor(10, 60);
        $this->opened($room);
        $this->control('act?tenant=hoster', ['kind' => 'end', 'meetingID' => $this->meetingOf($room)]);
        $this->passMinutes(1);
        self::assertSame(200, $this->as('alice')->api('DELETE', "rooms/{$room}")->getStatus());
    }

    public function testTheMeetingOfAnOwnerWhoIsGoneIsEnded(): void
    {
        $room = $this->roomFor(10, 60);
        $this->opened($room);
        $this->comeIn($room);
        $this->removeAlice();
        self::assertSame(1, $this->callsOf('end'));
        $this->passMinutes(1);
        $this->endDue();
        self::assertSame([['ended', '0']], $this->ledger());
    }

    public function testItIsEndedLaterWhereTheServerIsAway(): void
    {
        $room = $this->roomFor(10, 60);
        $this->opened($room);
        $this->comeIn($room);
        $meeting = $this->meetingOf($room);
        $this->answering()->answer('end', '<response><returncode>FAILED</returncode><messageKey>internalError</messageKey></response>');
        $this->removeAlice();
        self::assertSame([['live', '0']], $this->ledger());
        $this->answering()->recover();
        foreach ([1, 1, 10, 10, 1] as $minutes) {
            $this->passMinutes($minutes);
            $this->endDue();
        }
        self::assertSame([['ended', '0']], $this->ledger());
        self::assertSame([], $this->rowsOf('bluebridge_watches', $meeting));
    }

    public function testNothingTellsOfItsMeetingsAnyMore(): void
    {
        $room = $this->roomFor(10, 60);
        $this->as('alice')->page('POST', "rooms/{$room}/join");
        $meeting = $this->meetingOf($room);
        self::assertSame(['alice' => 'call'], $this->host->statuses->set);
        self::assertCount(1, $this->rowsOf('bluebridge_in_call', $meeting));
        $this->control('act?tenant=hoster', ['kind' => 'end', 'meetingID' => $meeting]);
        $this->passMinutes(2);
        self::assertSame(200, $this->as('alice')->api('DELETE', "rooms/{$room}")->getStatus());
        self::assertSame([[], [], []], [$this->host->statuses->set, $this->rowsOf('bluebridge_in_call', $meeting), $this->rowsOf('bluebridge_watches', $meeting)]);
    }

    public function testARoomWithRecordingsStaysUntilTheseAreDeleted(): void
    {
        $room = $this->roomOf('alice');
        $recording = new Recording();
        $recording->setRoomId($room);
        $recording->setRecordId('a-recording');
        $index = $this->service(RecordingMapper::class);
        $recording = $index->insert($recording);
        self::assertSame('recordings_left', $this->refusal($room));
        // Of one that is being deleted nobody asks any more.
        $recording->setDeletingSince(1);
        $index->update($recording);
        self::assertSame(200, $this->as('alice')->api('DELETE', "rooms/{$room}")->getStatus());
    }

    private function refusal(int $room): mixed
    {
        $response = $this->as('alice')->api('DELETE', "rooms/{$room}");
        self::assertSame(409, $response->getStatus());

        return $this->dataOf($response)['code'];
    }

    private function removeAlice(): void
    {
        $alice = $this->host->people->get('alice');
        self::assertNotNull($alice);
        $this->service(AccountRemoval::class)->handle(new UserDeletedEvent($alice));
    }

    /** @return list<array{mixed, mixed}> states of meetings, and the rooms they are of */
    private function ledger(): array
    {
        $rows = $this->host->db->getQueryBuilder()->select('state', 'room_id')->from(PlannedMeetings::TABLE)->executeQuery()->fetchAll();

        return array_map(static fn (array $row): array => [$row['state'], (string) (is_scalar($row['room_id']) ? $row['room_id'] : '')], array_values($rows));
    }

    /** @return array<array-key, mixed> */
    private function rowsOf(string $table, string $meetingID): array
    {
        $query = $this->host->db->getQueryBuilder();
        $query->select('*')->from($table)->where($query->expr()->eq('meeting_id', $query->createNamedParameter($meetingID)));

        return $query->executeQuery()->fetchAll();
    }
}
