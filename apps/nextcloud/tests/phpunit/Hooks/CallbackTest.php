<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Tests\Hooks;

use OCA\Bluebridge\Db\MeetingWatches;
use OCA\Bluebridge\Hooks\HookDesk;
use OCA\Bluebridge\Hooks\Hooks;
use OCA\Bluebridge\Hooks\ReceivedRequest;
use OCA\Bluebridge\Hooks\Reach;
use OCA\Bluebridge\Tests\HosterTestCase;

/** What meeting servers tell, and what somebody tells who is none. */
final class CallbackTest extends HosterTestCase
{
    private string $token = '';

    private int $room = 0;

    protected function setUp(): void
    {
        parent::setUp();
        $this->host->settings->setValueString('bluebridge', Reach::KEY, 'yes');
        $this->token = str_repeat('ab', 32);
        $this->room = $this->roomFor(20, 30);
        (new Hooks($this->host->db))->plan($this->account(), $this->room, $this->meetingOf($this->room), $this->token, 1, PHP_INT_MAX >> 1);
        $this->as(null);
    }

    public function testAGenuineEventIsTakenAndAForgedOneIsNot(): void
    {
        $meetingID = $this->meetingOf($this->room);
        self::assertSame(403, $this->deliver($this->token, $meetingID, 'another secret'));
        self::assertSame(404, $this->deliver(str_repeat('cd', 32), $meetingID));
        self::assertSame(404, $this->deliver('../x', $meetingID));
        self::assertSame(200, $this->deliver($this->token, 'another meeting'));
        self::assertSame(0, $this->heardAt());
        self::assertSame(200, $this->deliver($this->token, $meetingID));
        self::assertGreaterThan(0, $this->heardAt());
    }

    public function testOfARoomThatIsGoneNothingIsKept(): void
    {
        $meetingID = $this->meetingOf($this->room);
        self::assertSame(200, $this->as('alice')->api('DELETE', "rooms/{$this->room}")->getStatus());
        $this->as(null);
        self::assertSame(200, $this->deliver($this->token, $meetingID));
        self::assertSame(0, (new MeetingWatches($this->host->db))->read($meetingID)->heardAt);
    }

    public function testOldDeliveriesAreNotTakenAgain(): void
    {
        self::assertSame(403, $this->deliver($this->token, $this->meetingOf($this->room), ageMs: 11 * 60_000));
        self::assertSame(0, $this->heardAt());
    }

    public function testAnEventOfTheEndMakesTheScheduleLookAndBelievesNothing(): void
    {
        $this->opened($this->room);
        $this->comeIn($this->room);
        $this->endDue();
        $this->passMs(5_000);
        $this->as(null);
        self::assertSame(200, $this->deliver($this->token, $this->meetingOf($this->room), id: 'meeting-ended'));
        self::assertSame(1, $this->endDue()->looked);
        self::assertSame('live', $this->planned($this->room)->state);
    }

    public function testTheServerTellsOfTheEndAtAnAddressThatNobodyElseCanMake(): void
    {
        $this->opened($this->room);
        $address = $this->sentIn('create')['meta_endCallbackUrl'] ?? '';
        self::assertIsString($address);
        parse_str((string) parse_url($address, PHP_URL_QUERY), $query);
        $this->as(null);
        self::assertSame(403, $this->callEnd(['mac' => strrev(is_string($query['mac']) ? $query['mac'] : '')] + $query));
        self::assertSame(403, $this->callEnd(['room' => '999'] + $query));
        self::assertSame(403, $this->callEnd(['meetingID' => 'another'] + $query));
        self::assertSame(0, $this->heardAt());
        self::assertSame(200, $this->callEnd($query + ['recordingmarks' => 'false']));
        self::assertGreaterThan(0, $this->heardAt());
        $this->host->clock->advance(49 * 60 * 60_000);
        self::assertSame(403, $this->callEnd($query));
    }

    private function heardAt(): int
    {
        return (new MeetingWatches($this->host->db))->read($this->meetingOf($this->room))->heardAt;
    }

    /** @param array<array-key, mixed> $query */
    private function callEnd(array $query): int
    {
        $this->receive('?' . http_build_query($query), '');

        return $this->page('GET', 'callbacks/ended', ['room' => $query['room'] ?? ''], [])->getStatus();
    }

    /** Delivers an event as the server does; answers the HTTP status. */
    private function deliver(string $token, string $meetingID, string $secret = '', int $ageMs = 0, string $id = 'user-joined'): int
    {
        $at = 1000 * $this->host->clock->getTime() - $ageMs;
        $event = ['data' => [
            'type' => 'event',
            'id' => $id,
            'attributes' => ['meeting' => ['external-meeting-id' => $meetingID], 'user' => ['external-user-id' => "u{$ageMs}"]],
            'event' => ['ts' => $at],
        ]];
        $body = http_build_query(['domain' => 'bbb', 'event' => json_encode([$event], JSON_THROW_ON_ERROR), 'timestamp' => (string) $at]);
        $url = $this->service(HookDesk::class)->urlOf($token);
        $secret = $secret === '' ? (string) getenv('BLUEBRIDGE_SECRET') : $secret;
        $this->receive('?checksum=' . hash('sha256', $url . $body . $secret), $body);

        return $this->page('POST', "callbacks/events/{$token}", [], [])->getStatus();
    }

    private function receive(string $query, string $body): void
    {
        $this->host->container->put(ReceivedRequest::class, new GivenRequest($this->host->request, $query, $body));
    }
}
