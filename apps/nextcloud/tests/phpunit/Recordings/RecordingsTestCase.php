<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Tests\Recordings;

use OCA\Bluebridge\Tests\MeetingTestCase;

/** A room of Alice's, which Bob sees and Mia manages, with recordings of meetings that were just held. */
abstract class RecordingsTestCase extends MeetingTestCase
{
    protected int $room;

    protected string $meetingID;

    protected string $recordID;

    protected function setUp(): void
    {
        parent::setUp();
        $this->host->people->add('mia', 'mia@example.org');
        // The simulator lives now, and recordings of long ago are no news.
        $this->host->clock->advance((int) (microtime(true) * 1000) - (int) $this->host->clock->now()->format('Uv'));
        $this->room = $this->roomOf('alice');
        $this->meetingID = $this->meetingOf($this->room);
        $this->recordID = sha1($this->meetingID) . '-1700000000000';
        foreach (['bob' => 'viewer', 'mia' => 'manager'] as $who => $role) {
            $this->as('alice')->api('POST', "rooms/{$this->room}/members", ['kind' => 'user', 'target' => $who, 'role' => $role]);
        }
        $this->host->notices->markProcessed($this->host->notices->createNotification());
    }

    /** @param array<string, mixed> $facts */
    protected function seed(array $facts = []): void
    {
        $this->control('seed', ['recordings' => [
            $facts + ['recordID' => $this->recordID, 'meetingID' => $this->meetingID, 'name' => 'Lesson one', 'state' => 'published'],
        ]]);
    }

    /** @return list<array<array-key, mixed>> what somebody sees a moment after they began to look */
    protected function listFor(string $who): array
    {
        $this->as($who)->api('GET', "rooms/{$this->room}/recordings");
        $this->host->later->run();
        $list = $this->dataOf($this->as($who)->api('GET', "rooms/{$this->room}/recordings"));

        return array_values(array_filter($list, is_array(...)));
    }

    /**
     * @param array<string, mixed> $wish
     * @return array<array-key, mixed>
     */
    protected function change(array $wish, int $status = 200): array
    {
        $response = $this->as('mia')->api('PATCH', "rooms/{$this->room}/recordings/{$this->recordID}", $wish);
        self::assertSame($status, $response->getStatus());

        return $this->dataOf($response);
    }

    /** @return list<string> what somebody was told of, by subject */
    protected function toldTo(string $who): array
    {
        return array_map(static fn ($notice): string => $notice->getSubject(), $this->host->notices->of($who));
    }
}
