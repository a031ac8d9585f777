<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Tests\Recordings;

use OCA\Bluebridge\BackgroundJob\CleanUpRooms;
use OCA\Bluebridge\Db\GoneRooms;
use OCA\Bluebridge\Db\RoomMapper;
use OCA\Bluebridge\Listener\AccountRemoval;
use OCP\User\Events\UserDeletedEvent;

/** What becomes of recordings whose room is gone. */
final class GoneRecordingsTest extends RecordingsTestCase
{
    public function testThoseOfAnOwnerWhoIsGoneAreDeletedAlsoWhenTheyCameLate(): void
    {
        $this->removeOwner(openedAt: 1);
        $this->seed();
        $this->doJob();
        self::assertSame(1, $this->callsOf('deleteRecordings'));
        $this->doJob();
        self::assertSame(1, $this->callsOf('deleteRecordings'));
        $this->seed(['recordID' => $this->recordID . '1']);
        $this->doJob();
        self::assertSame(2, $this->callsOf('deleteRecordings'));
    }

    public function testThoseOfOtherRoomsStay(): void
    {
        $this->removeOwner(openedAt: 1);
        $this->seed(['meetingID' => $this->meetingID . '0']);
        $this->doJob();
        self::assertSame(0, $this->callsOf('deleteRecordings'));
    }

    public function testARoomThatNeverHadAMeetingIsNotLookedFor(): void
    {
        $this->removeOwner(openedAt: 0);
        $this->doJob();
        self::assertSame(0, $this->callsOf('getRecordings'));
    }

    public function testMeetingsThatWereTakenOverMayBeAnotherApps(): void
    {
        $room = $this->host->container->get(RoomMapper::class)->find($this->room);
        self::assertNotNull($room);
        $room->setMeetingId('taken-over');
        $this->host->container->get(RoomMapper::class)->update($room);
        $this->meetingID = 'taken-over';
        $this->removeOwner(openedAt: 1);
        $this->seed();
        $this->doJob();
        self::assertSame(0, $this->callsOf('deleteRecordings'));
    }

    public function testAServerThatIsAwayIsAskedTheNextDayAndNotForever(): void
    {
        $this->removeOwner(openedAt: 1);
        $this->seed();
        $this->disconnect();
        $this->doJob();
        self::assertCount(1, $this->host->container->get(GoneRooms::class)->after('', 10));
        for ($day = 0; $day < 60; $day++) {
            $this->doJob();
        }
        self::assertSame([], $this->host->container->get(GoneRooms::class)->after('', 10));
    }

    private function removeOwner(int $openedAt): void
    {
        $rooms = $this->host->container->get(RoomMapper::class);
        $room = $rooms->find($this->room);
        $alice = $this->host->people->get('alice');
        self::assertNotNull($room);
        self::assertNotNull($alice);
        $room->setOpenedAt($openedAt);
        $rooms->update($room);
        // Nobody else manages it.
        $this->as('alice')->api('PATCH', "rooms/{$this->room}/members/" . $this->memberNamed('mia'), ['role' => 'viewer']);
        $this->host->container->forgetApp();
        $this->host->container->get(AccountRemoval::class)->handle(new UserDeletedEvent($alice));
        self::assertSame(404, $this->as('mia')->api('GET', "rooms/{$this->room}")->getStatus());
    }

    private function memberNamed(string $target): string
    {
        foreach ($this->dataOf($this->as('alice')->api('GET', "rooms/{$this->room}/members")) as $member) {
            if (is_array($member) && ($member['target'] ?? '') === $target && is_int($member['id'] ?? null)) {
                return (string) $member['id'];
            }
        }
        self::fail("{$target} is no member.");
    }

    private function doJob(): void
    {
        $this->host->clock->advance(86_400_000);
        $this->host->container->forgetApp();
        $this->host->container->get(CleanUpRooms::class)->start($this->host->jobs);
    }
}
