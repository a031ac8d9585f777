<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Tests\Recordings;

use OCA\Bluebridge\Db\RecordingMapper;

/** A recorded meeting is over, and its recording will come. */
final class ExpectedRecordingsTest extends RecordingsTestCase
{
    public function testWhoLooksReadsThatARecordingWillCome(): void
    {
        $this->recordedMeeting(['record' => true, 'autoStartRecording' => true]);
        $this->as('alice')->api('POST', "rooms/{$this->room}/end");
        self::assertSame(['expected'], array_column($this->listFor('alice'), 'state'));
        self::assertSame(['expected'], array_column($this->listFor('bob'), 'state'));
        self::assertSame('https://cloud.example.org/apps/bluebridge/callbacks/recording-ready', $this->createdWith()['meta_bbb-recording-ready-url'] ?? '');
    }

    public function testTheEndThatSomebodySeesCountsToo(): void
    {
        $this->recordedMeeting(['record' => true, 'autoStartRecording' => true]);
        $this->act(['kind' => 'end', 'meetingID' => $this->meetingID]);
        $this->lookLater();
        self::assertSame(['expected'], array_column($this->listFor('bob'), 'state'));
    }

    public function testWhoPausesARecordingDoesNotUndoIt(): void
    {
        $this->recordedMeeting(['record' => true, 'autoStartRecording' => true]);
        $this->act(['kind' => 'record', 'meetingID' => $this->meetingID, 'on' => false]);
        $this->lookLater();
        $this->as('alice')->api('POST', "rooms/{$this->room}/end");
        self::assertSame(['expected'], array_column($this->listFor('bob'), 'state'));
    }

    public function testWhatIsNotRecordedIsNotWaitedFor(): void
    {
        $this->recordedMeeting(['record' => false]);
        $this->as('alice')->api('POST', "rooms/{$this->room}/end");
        self::assertSame([], $this->listFor('alice'));
        self::assertArrayNotHasKey('meta_bbb-recording-ready-url', $this->createdWith());
    }

    public function testWhoeverElseNoticesTheEndInTheSameMomentChangesNothing(): void
    {
        $this->recordedMeeting(['record' => true, 'autoStartRecording' => true]);
        $this->host->container->put(RecordingMapper::class, new RivalRecordings($this->host->db));
        self::assertSame(200, $this->as('alice')->api('POST', "rooms/{$this->room}/end")->getStatus());
        self::assertSame(['expected'], array_column($this->listFor('bob'), 'state'));
    }

    public function testWhatNeverComesIsNotWaitedForForEver(): void
    {
        $this->recordedMeeting(['record' => true, 'autoStartRecording' => true]);
        $this->as('alice')->api('POST', "rooms/{$this->room}/end");
        self::assertCount(1, $this->listFor('alice'));
        $this->host->clock->advance(49 * 3_600_000);
        $this->control('reset', []);
        self::assertSame([], $this->listFor('alice'));
    }

    /** @param array<string, mixed> $settings */
    private function recordedMeeting(array $settings): void
    {
        self::assertSame(200, $this->as('alice')->api('PATCH', "rooms/{$this->room}", ['settings' => $settings])->getStatus());
        $this->as('alice')->api('POST', "rooms/{$this->room}/start");
        $this->act(['kind' => 'join', 'meetingID' => $this->meetingID, 'attendee' => ['fullName' => 'Alice', 'userID' => 'alice', 'role' => 'MODERATOR']]);
        $this->lookLater();
        // The server has just been asked, so what follows is known from the end alone.
        $this->listFor('alice');
    }

    private function lookLater(): void
    {
        $this->host->clock->advance(20_000);
        $this->as('alice')->api('GET', "rooms/{$this->room}/status");
    }

    /** @return array<array-key, mixed> */
    private function createdWith(): array
    {
        foreach ($this->host->http->sent() as $sent) {
            if (str_contains($sent['url'], '/api/create?')) {
                parse_str((string) parse_url($sent['url'], PHP_URL_QUERY), $query);

                return $query;
            }
        }
        self::fail('No meeting was created.');
    }
}
