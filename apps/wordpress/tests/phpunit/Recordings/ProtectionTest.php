<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Tests\Recordings;

use Bluebridge\WordPress\Recordings\Recording;
use Bluebridge\WordPress\Rooms\StoredRoom;
use Bluebridge\WordPress\Tests\Site;
use WP_REST_Response;

/** Protecting recordings, which balancers know and single servers do not. */
final class ProtectionTest extends RecordingTestCase
{
    private string|false $endpoint;

    protected function setUp(): void
    {
        $this->endpoint = getenv('BLUEBRIDGE_ENDPOINT');
        parent::setUp();
    }

    protected function tearDown(): void
    {
        putenv($this->endpoint === false ? 'BLUEBRIDGE_ENDPOINT' : "BLUEBRIDGE_ENDPOINT={$this->endpoint}");
        putenv('BLUEBRIDGE_DIALECT');
        parent::tearDown();
    }

    public function testARecordingIsProtectedAndOpenedAgain(): void
    {
        [$room, $recording] = $this->recordingOnABalancer();
        self::assertContains('protect', $this->actionsOn($room, $recording));
        $reply = $this->protect($room, $recording, true);
        self::assertSame(['done', 'protected', 'Protected: not for guests'], self::outcome($reply));
        self::assertSame(['updateRecordings', 'getRecordings'], $this->traffic->calls());
        self::assertNull($this->index->get($recording->id)?->shownTo('guest'));
        self::assertNotContains('protect', $this->actionsOn($room, $recording));

        $reply = $this->protect($room, $recording, false);
        self::assertSame(['done', 'ready', ''], self::outcome($reply));
        self::assertNotNull($this->index->get($recording->id)?->shownTo('guest'));
    }

    public function testProtectionThatTheServerDoesNotShowIsNotBelieved(): void
    {
        [$room, $recording] = $this->recordingOnABalancer();
        $this->traffic->answerCall('updateRecordings', '<response><returncode>SUCCESS</returncode><updated>true</updated></response>');
        self::assertSame(['unconfirmed', 'ready', ''], self::outcome($this->protect($room, $recording, true)));
    }

    public function testPublishingAndProtectingGoTogether(): void
    {
        [$room, $recording] = $this->recordingOnABalancer(['state' => 'unpublished']);
        $wish = ['published' => true, 'protected' => true];
        $reply = $this->rest('PATCH', $this->route($room, $recording), $wish);
        self::assertSame('protected', self::outcome($reply)[1]);
    }

    public function testASingleServerIsNotAskedToProtect(): void
    {
        $room = $this->roomOf('author');
        $recording = $this->recordingIn($room);
        $this->actAs('author');
        self::assertNotContains('protect', $this->actionsOn($room, $recording));
        self::assertSame(409, $this->protect($room, $recording, true)->get_status());
        self::assertSame([], $this->traffic->calls());
    }

    /**
     * @param array<string, mixed> $seed
     * @return array{StoredRoom, Recording}
     */
    private function recordingOnABalancer(array $seed = []): array
    {
        $this->tenant = 'balancer';
        putenv('BLUEBRIDGE_ENDPOINT=' . Site::simulator() . '/balancer/bigbluebutton/');
        putenv('BLUEBRIDGE_DIALECT=scalelite');
        $room = $this->roomOf('author');
        $recording = $this->recordingIn($room, $seed);
        $this->actAs('author');

        return [$room, $recording];
    }

    /** @return list<string> */
    private function actionsOn(StoredRoom $room, Recording $recording): array
    {
        $listing = (array) $this->rest('GET', "/bluebridge/v1/rooms/{$room->id}/recordings")->get_data();
        foreach ((array) ($listing['recordings'] ?? []) as $each) {
            if (is_array($each) && $each['id'] === $recording->id) {
                /** @var list<string> */
                return $each['actions'];
            }
        }
        self::fail('The recording is not listed.');
    }

    private function protect(StoredRoom $room, Recording $recording, bool $isProtected): WP_REST_Response
    {
        return $this->rest('PATCH', $this->route($room, $recording), ['protected' => $isProtected]);
    }

    /** @return array{mixed, mixed, mixed} what came of a change, and how the recording stands, in words too */
    private static function outcome(WP_REST_Response $reply): array
    {
        $data = (array) $reply->get_data();
        $recording = (array) ($data['recording'] ?? []);

        return [$data['outcome'] ?? null, $recording['state'] ?? null, $recording['stateText'] ?? null];
    }

    private function route(StoredRoom $room, Recording $recording): string
    {
        return "/bluebridge/v1/rooms/{$room->id}/recordings/{$recording->id}";
    }
}
