<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Tests\Recordings;

use Bluebridge\WordPress\Recordings\Recording;
use Bluebridge\WordPress\Rooms\StoredRoom;
use WP_REST_Response;

final class RecordingChangesTest extends RecordingTestCase
{
    private const PUBLISHED = '<recording><recordID>%s</recordID><meetingID>%s</meetingID><name>Lesson</name><published>true</published>
        <state>published</state><startTime>1700000000000</startTime><endTime>1700000600000</endTime><playback><format><type>video</type>
        <url>https://bbb.example.org/playback/video/x/</url><length>10</length></format></playback></recording>';

    public function testARecordingIsTakenBackAndPublishedAgain(): void
    {
        [$room, $recording] = $this->roomWithRecording();
        $reply = $this->patch($room, $recording, ['published' => false]);
        self::assertSame(['done', 'hidden', []], [$reply['outcome'], $reply['recording']['state'] ?? '', $reply['recording']['formats'] ?? null]);
        self::assertSame(['publishRecordings', 'getRecordings'], $this->traffic->calls());
        self::assertSame('ready', $this->patch($room, $recording, ['published' => true])['recording']['state'] ?? '');
    }

    public function testWhatTheServerSaysItDidAndDoesNotShowIsNotBelieved(): void
    {
        [$room, $recording] = $this->roomWithRecording();
        $this->traffic->answerCall('publishRecordings', '<response><returncode>SUCCESS</returncode><published>false</published></response>');
        $reply = $this->patch($room, $recording, ['published' => false]);
        self::assertSame(['unconfirmed', 'ready'], [$reply['outcome'], $reply['recording']['state'] ?? '']);
        $this->traffic->answerCall('updateRecordings', '<response><returncode>SUCCESS</returncode><updated>true</updated></response>');
        self::assertSame('unconfirmed', $this->patch($room, $recording, ['name' => 'Another name'])['outcome']);
    }

    public function testARecordingIsRenamed(): void
    {
        [$room, $recording] = $this->roomWithRecording();
        $reply = $this->patch($room, $recording, ['name' => 'Élan & <b>more</b>']);
        self::assertSame(['done', 'Élan & more'], [$reply['outcome'], $reply['recording']['name'] ?? '']);
        $this->clock->sleep(10_000);
        $this->update->ask($room);
        self::assertSame('Élan & more', $this->index->get($recording->id)?->shownTo('guest')['title'] ?? '');
    }

    public function testARecordingForModeratorsOnlyIsNotSeenByOthers(): void
    {
        [$room, $recording] = $this->roomWithRecording();
        self::assertSame('moderators', $this->patch($room, $recording, ['audience' => 'moderators'])['recording']['audience'] ?? '');
        self::assertNull($this->index->get($recording->id)?->shownTo('participant'));
        self::assertSame([], $this->traffic->calls());
    }

    public function testDeletingWantsToBeConfirmed(): void
    {
        [$room, $recording] = $this->roomWithRecording();
        self::assertSame(400, $this->rest('DELETE', $this->route($room, $recording))->get_status());
        self::assertSame([], $this->traffic->calls());
        $reply = (array) $this->delete($room, $recording)->get_data();
        self::assertSame(['done', null, ''], [$reply['outcome'], $reply['recording'], $reply['rendered']]);
        self::assertSame(['deleteRecordings', 'getRecordings'], $this->traffic->calls());
        self::assertNull($this->index->get($recording->id));
        self::assertSame(404, $this->delete($room, $recording)->get_status());
    }

    public function testWhatTheServerStillListsIsBeingDeleted(): void
    {
        [$room, $recording] = $this->roomWithRecording();
        $this->traffic->answerWith($this->listing($room, $recording));
        $reply = (array) $this->delete($room, $recording)->get_data();
        self::assertSame('unconfirmed', $reply['outcome']);
        self::assertIsArray($reply['recording']);
        self::assertSame(['deleting', [], []], [$reply['recording']['state'], $reply['recording']['formats'], $reply['recording']['actions']]);
        self::assertStringContainsString('Being deleted since', (string) wp_json_encode($reply['recording']['stateText']));
    }

    public function testWhatWasDeletedGoesWhenTheServerListsItNoMore(): void
    {
        [$room, $recording] = $this->roomWithRecording();
        $this->index->setDeleting($room->id, $recording->recordID(), $this->clock->now());
        self::assertNull($this->index->get($recording->id)?->shownTo('participant'));
        $this->traffic->resetSimulator();
        $this->clock->sleep(10_000);
        $this->update->ask($room);
        self::assertSame([], $this->standing($room));
    }

    public function testWhatTheServerDidNotDeleteComesBack(): void
    {
        [$room, $recording] = $this->roomWithRecording();
        $this->index->setDeleting($room->id, $recording->recordID(), $this->clock->now());
        $this->clock->sleep(900_001);
        $this->update->ask($room);
        self::assertSame(0, $this->index->get($recording->id)?->deletingSince);
    }

    public function testAServerThatIsDownChangesNothing(): void
    {
        [$room, $recording] = $this->roomWithRecording();
        $this->traffic->breakDown();
        self::assertSame(503, $this->delete($room, $recording)->get_status());
        self::assertSame(503, $this->rest('PATCH', $this->route($room, $recording), ['published' => false])->get_status());
        self::assertSame(0, $this->index->get($recording->id)?->deletingSince);
        self::assertStringEndsWith(' ready', $this->standing($room)[0]);
    }

    public function testWhatIsStillBeingMadeCannotBeChanged(): void
    {
        [$room, $recording] = $this->roomWithRecording(['state' => 'processing']);
        self::assertSame(409, $this->delete($room, $recording)->get_status());
        self::assertSame(409, $this->rest('PATCH', $this->route($room, $recording), ['name' => 'X'])->get_status());
        self::assertSame([], $this->traffic->calls());
    }

    public function testWhatStayedOnAFormerServerCannotBeChangedOnThisOne(): void
    {
        $room = $this->roomOf('author');
        $this->index->rewrite($room->id, 'another-server', [['recordID' => 'old', 'state' => 'published', 'facts' => [
            'recordID' => 'old',
            'state' => 'published',
            'playback' => [['type' => 'video', 'url' => 'https://old.example.org/old']],
        ]]], [['kind' => 'added', 'recordID' => 'old', 'state' => 'published']]);
        $old = $this->index->named($room->id, 'old') ?? self::fail();
        $this->actAs('author');
        self::assertSame(409, $this->delete($room, $old)->get_status());
        self::assertSame([], $this->traffic->calls());
    }

    public function testUnknownAndOddWishesAreRefused(): void
    {
        [$room, $recording] = $this->roomWithRecording();
        $wishes = [[], ['name' => ''], ['name' => str_repeat('x', 201)], ['audience' => 'all'], ['published' => 'perhaps'], ['recordID' => 'x']];
        foreach ($wishes as $wish) {
            self::assertSame(400, $this->rest('PATCH', $this->route($room, $recording), $wish)->get_status());
        }
        self::assertSame([], $this->traffic->calls());
    }

    public function testCaptionsAreSentAndListed(): void
    {
        [$room, $recording] = $this->roomWithRecording();
        $route = "{$this->route($room, $recording)}/captions";
        $text = "WEBVTT\n\n00:00.000 --> 00:01.000\nHallo";
        self::assertSame(200, $this->rest('POST', $route, ['language' => 'pt-BR', 'text' => $text])->get_status());
        self::assertSame(['putRecordingTextTrack'], $this->traffic->calls());
        $this->traffic->advanceSimulator(3_600_000);
        $tracks = (array) $this->rest('GET', $route)->get_data();
        self::assertMatchesRegularExpression('/"language":"pt[-_]BR"/', (string) wp_json_encode($tracks));
        foreach ([['language' => 'de', 'text' => 'Hello'], ['language' => '../x', 'text' => $text], ['language' => 'de', 'text' => "PK\0"]] as $wrong) {
            self::assertSame(400, $this->rest('POST', $route, $wrong)->get_status());
        }
    }

    /**
     * @param array<string, mixed> $seed
     * @return array{StoredRoom, Recording}
     */
    private function roomWithRecording(array $seed = []): array
    {
        $room = $this->roomOf('author');
        $recording = $this->recordingIn($room, $seed);
        $this->actAs('author');

        return [$room, $recording];
    }

    /**
     * @param array<string, mixed> $wish
     * @return array{outcome: string, recording: array<string, mixed>|null}
     */
    private function patch(StoredRoom $room, Recording $recording, array $wish): array
    {
        $reply = $this->rest('PATCH', $this->route($room, $recording), $wish);
        self::assertSame(200, $reply->get_status(), (string) wp_json_encode($reply->get_data()));

        /** @var array{outcome: string, recording: array<string, mixed>|null} */
        return (array) $reply->get_data();
    }

    private function delete(StoredRoom $room, Recording $recording): WP_REST_Response
    {
        return $this->rest('DELETE', $this->route($room, $recording), ['force' => true]);
    }

    private function route(StoredRoom $room, Recording $recording): string
    {
        return "/bluebridge/v1/rooms/{$room->id}/recordings/{$recording->id}";
    }

    private function listing(StoredRoom $room, Recording $recording): string
    {
        $one = sprintf(self::PUBLISHED, $recording->recordID(), $room->meetingID);

        return "<response><returncode>SUCCESS</returncode><deleted>true</deleted><recordings>{$one}</recordings></response>";
    }
}
