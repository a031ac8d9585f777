<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Tests\Hooks;

use OCA\Bluebridge\Db\MeetingWatches;
use OCA\Bluebridge\Db\Room;
use OCA\Bluebridge\Db\RoomMapper;
use OCA\Bluebridge\Hooks\HookDesk;
use OCA\Bluebridge\Hooks\Hooks;
use OCA\Bluebridge\Hooks\Reach;
use OCA\Bluebridge\Seats\Accounts;
use OCA\Bluebridge\Tests\HosterTestCase;
use OCA\Bluebridge\Vendor\Bluebridge\Core\Errors\BbbException;

/** Addresses of ours at meeting servers, from the opening of a meeting to its end. */
final class HookDeskTest extends HosterTestCase
{
    protected function setUp(): void
    {
        parent::setUp();
        $this->allow('yes');
    }

    public function testAnAddressIsRegisteredForTheOneMeetingAndRemovedAfterItsEnd(): void
    {
        $room = $this->roomFor(20, 4);
        $this->opened($room);
        self::assertSame(0, $this->callsOf('hooks/create'), 'nobody waits for it');
        $this->host->later->run();
        self::assertSame(1, $this->callsOf('hooks/create'));
        self::assertCount(1, $this->listed($room));
        $this->passMinutes(5);
        for ($looks = 0; $looks < 4; $looks++) {
            $this->endDue();
            $this->passMs(6_000);
        }
        self::assertSame(1, $this->callsOf('hooks/destroy'));
        self::assertSame([], (new Hooks($this->host->db))->ofMeeting($this->meetingOf($room)));
    }

    public function testAnAddressIsRemovedTooWhenTheRoomIsGone(): void
    {
        $room = $this->roomFor(20, 30);
        $this->opened($room);
        $this->host->later->run();
        $meetingID = $this->meetingOf($room);
        $this->as('alice')->api('DELETE', "rooms/{$room}");
        $this->service(Accounts::class)->all()[0]->client()->call('end', ['meetingID' => $meetingID]);
        $this->passMs(30_000);
        $this->endDue();
        self::assertSame([], (new Hooks($this->host->db))->ofMeeting($meetingID));
    }

    public function testAnAddressWhoseRegistrationWasNeverAnsweredIsFoundAndRemoved(): void
    {
        $room = $this->roomFor(20, 30);
        $this->opened($room);
        $server = $this->answering();
        $server->lose('hooks/create');
        $this->service(HookDesk::class)->register($this->rowOf($room));
        self::assertCount(1, $this->listed($room));
        $this->service(HookDesk::class)->removeDue();
        self::assertSame([], $this->listed($room));
    }

    public function testAServerWithoutWebhooksIsLeftAlone(): void
    {
        $room = $this->roomFor(20, 30);
        $this->opened($room);
        $server = $this->answering();
        $server->answer('hooks/create', '<html>not here</html>');
        $this->service(HookDesk::class)->register($this->rowOf($room));
        $this->service(HookDesk::class)->register($this->rowOf($room));
        self::assertCount(1, array_keys($server->calls, 'hooks/create', true));
    }

    public function testNothingIsRegisteredWhereTheServerCannotReachUsOrHasNoSuchCall(): void
    {
        $room = $this->roomFor(20, 30);
        $this->allow('no');
        $this->opened($room);
        $this->host->later->run();
        self::assertArrayNotHasKey('meta_endCallbackUrl', $this->sentIn('create'));
        $this->allow('yes');
        $this->connectHoster('scalelite');
        $this->service(HookDesk::class)->register($this->rowOf($room));
        self::assertSame(0, $this->callsOf('hooks/create'));
    }

    public function testOnlyAddressesThatMeanSomethingOutsideAreGivenAway(): void
    {
        $this->allow('');
        $reach = $this->service(Reach::class);
        self::assertTrue($reach->reachesUs('https://bbb.example.com/bigbluebutton/'), 'https://cloud.example.org is public');
    }

    public function testWhereEventsArriveTheServerIsAskedOnceAMinuteHoweverManyWait(): void
    {
        $room = $this->roomFor(20, 300);
        $this->opened($room);
        $this->as('alice')->page('POST', "rooms/{$room}/join", ['waiting' => 'yes']);
        $this->as('alice')->api('GET', "rooms/{$room}/status", ['waiting' => true]);
        $this->service(HookDesk::class)->heard($room, $this->meetingOf($room), false);
        $this->host->clock->advance(10_000);
        $this->as('alice')->api('GET', "rooms/{$room}/status", ['waiting' => true]);
        $before = $this->callsOf('getMeetingInfo');
        for ($ms = 0; $ms < 120_000; $ms += 2_000) {
            $this->as('alice')->api('GET', "rooms/{$room}/status", ['waiting' => true]);
            $this->host->clock->advance(2_000);
        }
        self::assertLessThanOrEqual(2, $this->callsOf('getMeetingInfo') - $before);
    }

    public function testTokensAreKeptAsHashesOnly(): void
    {
        $token = str_repeat('ab', 32);
        $hooks = new Hooks($this->host->db);
        $hooks->plan('account', 1, 'nc-1', $token, 1, 2);
        self::assertSame(1, $hooks->byToken($token)?->roomId);
        self::assertNotSame($token, $hooks->byToken($token)->tokenHash);
    }

    public function testSilenceAfterTheEndBringsBackTheUsualPace(): void
    {
        $room = $this->roomFor(20, 30);
        $desk = $this->service(HookDesk::class);
        $desk->heard($room, $this->meetingOf($room), false);
        $desk->remove($this->meetingOf($room));
        self::assertSame(0, (new MeetingWatches($this->host->db))->read($this->meetingOf($room))->heardAt);
    }

    private function allow(string $said): void
    {
        $this->host->settings->setValueString('bluebridge', Reach::KEY, $said);
    }

    private function rowOf(int $room): Room
    {
        return (new RoomMapper($this->host->db))->find($room) ?? self::fail('There is no such room.');
    }

    /** @return list<mixed> what the server has registered for a meeting */
    private function listed(int $room): array
    {
        try {
            $reply = $this->service(Accounts::class)->all()[0]->client()->call('hooks/list', ['meetingID' => $this->meetingOf($room)]);
        } catch (BbbException) {
            // So some servers say that there is nothing.
            return [];
        }

        return array_values((array) ($reply['hooks'] ?? []));
    }
}
