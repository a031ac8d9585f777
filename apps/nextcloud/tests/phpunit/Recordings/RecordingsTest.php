<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Tests\Recordings;

use OCA\Bluebridge\Tests\MeetingTestCase;
use OCP\AppFramework\Http\Response;

/** The recordings of a room, as people see them. */
final class RecordingsTest extends MeetingTestCase
{
    private int $room;

    private string $recordID;

    protected function setUp(): void
    {
        parent::setUp();
        $this->room = $this->roomOf('alice');
        $meetingID = $this->meetingOf($this->room);
        $this->recordID = sha1($meetingID) . '-1700000000000';
        $this->control('seed', ['recordings' => [
            ['recordID' => $this->recordID, 'meetingID' => $meetingID, 'name' => 'Lesson one', 'state' => 'published'],
        ]]);
        $this->as('alice')->api('POST', "rooms/{$this->room}/members", ['kind' => 'user', 'target' => 'bob', 'role' => 'viewer']);
    }

    public function testManyWhoLookCostOneQuestionAMinute(): void
    {
        for ($look = 0; $look < 5; $look++) {
            self::assertSame(['Lesson one'], array_column($this->listFor('alice'), 'name'));
            self::assertSame(['Lesson one'], array_column($this->listFor('bob'), 'name'));
        }
        self::assertSame(1, $this->callsOf('getRecordings'));
        $this->host->clock->advance(60_001);
        $this->listFor('bob');
        self::assertSame(2, $this->callsOf('getRecordings'));
    }

    public function testWhoLooksWaitsForNoServer(): void
    {
        $first = $this->look('alice');
        self::assertSame([[], '5000'], [$this->dataOf($first), $first->getHeaders()['Bluebridge-Ask-After'] ?? '']);
        self::assertSame(0, $this->callsOf('getRecordings'));
        $this->host->later->run();
        self::assertSame(1, $this->callsOf('getRecordings'));
        $second = $this->look('alice');
        self::assertSame(['Lesson one'], array_column($this->dataOf($second), 'name'));
        self::assertArrayNotHasKey('Bluebridge-Ask-After', $second->getHeaders());
        $this->host->clock->advance(60_001);
        self::assertSame('5000', $this->look('alice')->getHeaders()['Bluebridge-Ask-After'] ?? '');
    }

    public function testAServerThatFailsTakesNothingOutOfTheIndex(): void
    {
        $this->listFor('alice');
        $this->disconnect();
        $this->host->clock->advance(60_001);
        self::assertCount(1, $this->listFor('alice'));
    }

    public function testWhatIsPrivateOrNotPublishedIsNotShownToViewers(): void
    {
        $this->listFor('alice');
        $this->change(['visibility' => 'private']);
        self::assertSame([], $this->listFor('bob'));
        self::assertCount(1, $this->listFor('alice'));
        $this->change(['visibility' => 'members', 'published' => false]);
        self::assertSame([], $this->listFor('bob'));
        self::assertSame(['unpublished'], array_column($this->listFor('alice'), 'state'));
    }

    public function testANewNameIsTheServersToo(): void
    {
        $this->listFor('alice');
        $this->change(['name' => 'Lesson one, with slides']);
        self::assertSame(['Lesson one, with slides'], array_column($this->listFor('bob'), 'name'));
        self::assertSame([], $this->dataOf($this->as('bob')->api('GET', "rooms/{$this->room}/recordings", ['search' => 'chemistry'])));
    }

    public function testADeletedOneIsShownToNobody(): void
    {
        $this->listFor('alice');
        self::assertSame(200, $this->as('alice')->api('DELETE', "rooms/{$this->room}/recordings/{$this->recordID}")->getStatus());
        self::assertSame([], $this->listFor('alice'));
    }

    public function testOneOfAnotherRoomIsNotReached(): void
    {
        $this->listFor('alice');
        $other = $this->roomOf('carol', 'Chemistry');
        foreach (['PATCH', 'DELETE'] as $verb) {
            self::assertSame(404, $this->as('carol')->api($verb, "rooms/{$other}/recordings/{$this->recordID}", ['name' => 'Mine'])->getStatus());
        }
        self::assertSame(0, $this->callsOf('deleteRecordings') + $this->callsOf('updateRecordings'));
    }

    /** @return array<array-key, mixed> what somebody sees a moment after they began to look */
    private function listFor(string $who): array
    {
        $this->look($who);
        $this->host->later->run();

        return $this->dataOf($this->look($who));
    }

    private function look(string $who): Response
    {
        return $this->as($who)->api('GET', "rooms/{$this->room}/recordings");
    }

    /** @param array<string, mixed> $wish */
    private function change(array $wish): void
    {
        $response = $this->as('alice')->api('PATCH', "rooms/{$this->room}/recordings/{$this->recordID}", $wish);
        self::assertSame(200, $response->getStatus());
    }
}
