<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Tests\Recordings;

use Bluebridge\WordPress\BuiltFiles;
use Bluebridge\WordPress\Http\Answer;
use Bluebridge\WordPress\Recordings\PreviewAnswers;
use Bluebridge\WordPress\Recordings\PreviewImages;
use Bluebridge\WordPress\Recordings\Recording;
use Bluebridge\WordPress\Recordings\RecordingAddress;
use Bluebridge\WordPress\Recordings\Viewers;
use Bluebridge\WordPress\Recordings\VisibleTo;
use Bluebridge\WordPress\Recordings\Watching;
use Bluebridge\WordPress\Recordings\WatchingPage;
use Bluebridge\WordPress\Rooms\RoomStore;
use Bluebridge\WordPress\Rooms\StoredRoom;
use Bluebridge\WordPress\Services;
use PHPUnit\Framework\Attributes\DataProvider;

final class WatchingTest extends RecordingTestCase
{
    private const PROTECTED = '<response><returncode>SUCCESS</returncode><recordings><recording><recordID>%s</recordID>
        <meetingID>%s</meetingID><name>Lesson</name><published>true</published><protected>true</protected><state>published</state>
        <startTime>1700000000000</startTime><endTime>1700000600000</endTime><playback><format><type>video</type>
        <url>https://bbb.example.org/playback/video/x/?token=%s</url><length>10</length></format></playback></recording></recordings></response>';

    public function testWhoMaySeeARecordingIsLedToIt(): void
    {
        $room = $this->roomShownTo(VisibleTo::Everybody);
        $recording = $this->recordingIn($room);
        $answer = $this->watch($room, $recording, 'presentation');
        self::assertSame(303, $answer->status);
        self::assertStringContainsString("/playback/presentation/2.3/{$recording->recordID()}", $answer->headers['Location'] ?? '');
        self::assertSame(['no-store, private', 'no-referrer'], [$answer->headers['Cache-Control'], $answer->headers['Referrer-Policy']]);
        self::assertSame([], $this->traffic->calls());
    }

    /** @param list<int> $statuses of a visitor, a subscriber, another author, the author */
    #[DataProvider('audiences')]
    public function testTheRightIsAskedForEachTime(VisibleTo $visibleTo, string $audience, array $statuses): void
    {
        $room = $this->roomShownTo($visibleTo);
        $recording = $this->recordingIn($room, ['formats' => [['type' => 'presentation', 'previews' => [['alt' => 'x', 'width' => 8, 'height' => 8]]]]]);
        $this->index->setAudience($recording, $audience === Recording::FOR_MODERATORS ? $audience : Recording::FOR_ROOM);
        foreach (['', 'subscriber', 'colleague', 'author'] as $index => $login) {
            $login === '' ? $this->actAsVisitor() : $this->actAs($login);
            self::assertSame($statuses[$index], $this->watch($room, $recording, 'presentation')->status, $login);
            self::assertSame($statuses[$index] === 303 ? 200 : 404, $this->preview($room, $recording)->status, $login);
        }
    }

    /** @return iterable<string, array{VisibleTo, string, list<int>}> */
    public static function audiences(): iterable
    {
        yield 'everybody' => [VisibleTo::Everybody, 'room', [303, 303, 303, 303]];
        yield 'members' => [VisibleTo::Members, 'room', [403, 303, 303, 303]];
        yield 'moderators' => [VisibleTo::Moderators, 'room', [403, 403, 403, 303]];
        yield 'everybody, but this one for moderators' => [VisibleTo::Everybody, 'moderators', [404, 404, 404, 303]];
    }

    public function testWhoCountsThroughNumbersFindsNothing(): void
    {
        $room = $this->roomShownTo(VisibleTo::Everybody);
        $recording = $this->recordingIn($room);
        $other = $this->roomOf('author');
        foreach (['', "{$recording->id}", "{$recording->id}-", "{$recording->id}-{$recording->key($other)}", '0-0'] as $address) {
            self::assertSame(404, $this->watching()->answer($address, 'presentation')->status);
            self::assertSame(404, $this->previews()->answer($address)->status);
        }
    }

    public function testAFormatThatIsNotThereIsNotThere(): void
    {
        $room = $this->roomShownTo(VisibleTo::Everybody);
        $recording = $this->recordingIn($room, ['formats' => [['type' => 'presentation'], ['type' => 'statistics']]]);
        self::assertSame(404, $this->watch($room, $recording, 'video')->status);
        // Who was there, and for how long, is for moderators.
        self::assertSame(404, $this->watch($room, $recording, 'statistics')->status);
        $this->actAs('author');
        self::assertSame(303, $this->watch($room, $recording, 'statistics')->status);
    }

    public function testWhatWasTakenBackIsNotWatched(): void
    {
        $room = $this->roomShownTo(VisibleTo::Everybody);
        $recording = $this->recordingIn($room, ['state' => 'unpublished']);
        self::assertSame(404, $this->watch($room, $recording, 'presentation')->status);
    }

    public function testEachPersonGetsAnAddressOfTheirOwnForAProtectedRecording(): void
    {
        $room = $this->roomShownTo(VisibleTo::Everybody);
        $this->lists->begin($room->id);
        $this->traffic->answerWith(sprintf(self::PROTECTED, 'r', $room->meetingID, 'first'));
        $this->update->ask($room);
        $recording = $this->index->named($room->id, 'r') ?? self::fail();
        self::assertSame('protected', $recording->shownTo('moderator')['status'] ?? '');
        self::assertSame(404, $this->watch($room, $recording, 'video')->status, 'Guests');
        $this->actAs('subscriber');
        foreach (['second', 'third'] as $token) {
            $this->traffic->answerWith(sprintf(self::PROTECTED, 'r', $room->meetingID, $token));
            self::assertStringEndsWith("token={$token}", $this->watch($room, $recording, 'video')->headers['Location'] ?? '');
        }
        $this->traffic->breakDown();
        self::assertSame(503, $this->watch($room, $recording, 'video')->status);
    }

    public function testAVisitorIsToldToLogIn(): void
    {
        $room = $this->roomShownTo(VisibleTo::Members);
        $answer = $this->watch($room, $this->recordingIn($room), 'presentation');
        self::assertStringContainsString('wp-login.php', $answer->body);
        self::assertStringNotContainsString('Lesson', $answer->body);
    }

    public function testAPictureIsAskedForOnceForAll(): void
    {
        $room = $this->roomShownTo(VisibleTo::Everybody);
        $recording = $this->recordingIn($room, ['formats' => [['type' => 'video', 'previews' => [['alt' => 'x', 'width' => 8, 'height' => 8]]]]]);
        $asked = 0;
        add_filter('pre_http_request', static function (mixed $before, array $arguments, string $url) use (&$asked): mixed {
            $asked += str_contains($url, '/playback/preview/') ? 1 : 0;

            return $before;
        }, 10, 3);
        for ($times = 0; $times < 3; $times++) {
            $answer = $this->preview($room, $recording);
            self::assertSame([200, 'image/png', 'nosniff'], [$answer->status, $answer->headers['Content-Type'] ?? '', $answer->headers['X-Content-Type-Options'] ?? '']);
            self::assertSame('private, max-age=300', $answer->headers['Cache-Control'] ?? '');
        }
        self::assertSame(1, $asked);
    }

    public function testWhatIsNoPictureIsNotPassedOn(): void
    {
        $room = $this->roomShownTo(VisibleTo::Everybody);
        $recording = $this->recordingIn($room, ['formats' => [['type' => 'video', 'previews' => [['alt' => 'x', 'width' => 8, 'height' => 8]]]]]);
        add_filter('pre_http_request', static fn (): array => [
            'headers' => ['content-type' => 'image/png'],
            'body' => '<svg onload="alert(1)"/>',
            'response' => ['code' => 200, 'message' => 'OK'],
            'cookies' => [],
            'filename' => null,
        ]);
        self::assertSame(404, $this->preview($room, $recording)->status);
    }

    public function testNoPictureIsFetchedFromTheNetworkOfTheSite(): void
    {
        $room = $this->roomShownTo(VisibleTo::Everybody);
        $recording = $this->recordingIn($room);
        $images = new PreviewImages($this->clock);
        $safe = [];
        add_filter('pre_http_request', static function (mixed $before, array $arguments) use (&$safe): array {
            $safe[] = $arguments['reject_unsafe_urls'] ?? null;

            return ['headers' => [], 'body' => '', 'response' => ['code' => 404, 'message' => ''], 'cookies' => [], 'filename' => null];
        }, 10, 2);
        $images->of($recording, 'http://10.0.0.7/admin.png', 'bbb.example.org');
        $this->clock->sleep(600_000);
        $images->of($recording, 'https://bbb.example.org/1.png', 'bbb.example.org');
        self::assertSame([true, false], $safe);
    }

    private function watch(StoredRoom $room, Recording $recording, string $format): Answer
    {
        return $this->watching()->answer("{$recording->id}-{$recording->key($room)}", $format);
    }

    private function preview(StoredRoom $room, Recording $recording): Answer
    {
        parse_str((string) parse_url(RecordingAddress::ofPreview($room, $recording), PHP_URL_QUERY), $query);
        $address = $query[RecordingAddress::PREVIEW] ?? null;
        self::assertIsString($address);

        return $this->previews()->answer($address);
    }

    private function watching(): Watching
    {
        $page = new WatchingPage(new BuiltFiles(dirname(__DIR__, 3) . '/bluebridge.php'));

        return new Watching(new RoomStore(), $this->index, $this->viewers(), $this->keeper(), $page);
    }

    private function previews(): PreviewAnswers
    {
        return new PreviewAnswers(new RoomStore(), $this->index, $this->servers, $this->viewers(), new PreviewImages($this->clock));
    }

    private function viewers(): Viewers
    {
        $services = new Services(dirname(__DIR__, 3) . '/bluebridge.php');

        return new Viewers($services->visitors(), $this->clock);
    }
}
