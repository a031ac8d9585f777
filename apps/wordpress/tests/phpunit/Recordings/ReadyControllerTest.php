<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Tests\Recordings;

use Bluebridge\WordPress\Rooms\StoredRoom;
use WP_REST_Request;
use WP_REST_Response;

final class ReadyControllerTest extends RecordingTestCase
{
    public function testTheServersCallMakesUsLookAndNoMore(): void
    {
        $room = $this->roomOf('author');
        $this->seed($room, ['recordID' => 'r-1700000000000']);
        $heard = [];
        add_action('bluebridge_recording_published', static function (int $roomId, int $recordingId) use (&$heard): void {
            $heard[] = $roomId;
        }, 10, 2);
        self::assertSame(200, $this->call($this->token($room, 'r-1700000000000'))->get_status());
        self::assertSame(['r-1700000000000 ready'], $this->standing($room));
        self::assertSame(['getRecordings'], $this->traffic->calls());
        // Servers call once for each format: what is known is known.
        self::assertSame(200, $this->call($this->token($room, 'r-1700000000000'))->get_status());
        self::assertSame(['getRecordings'], $this->traffic->calls());
        self::assertSame([$room->id], $heard);
    }

    public function testWhatTheServerDoesNotListIsNotBelieved(): void
    {
        $room = $this->roomOf('author');
        self::assertSame(404, $this->call($this->token($room, 'made-up'))->get_status());
        self::assertSame([], $this->standing($room));
        // Asked again at once, it asks the server no second time.
        self::assertSame(202, $this->call($this->token($room, 'made-up'))->get_status());
        self::assertSame(['getRecordings'], $this->traffic->calls());
    }

    public function testACallThatNobodySignedAsksNoServer(): void
    {
        $room = $this->roomOf('author');
        $claims = ['meeting_id' => $room->meetingID, 'record_id' => 'r'];
        $tokens = [
            self::signed($claims, 'another secret'),
            self::signed($claims, ''),
            self::signed($claims, self::secret(), ['alg' => 'none']),
            self::signed($claims + ['exp' => 1], self::secret()),
            self::signed(['meeting_id' => $room->meetingID], self::secret()),
            'a.b',
            '',
        ];
        foreach ($tokens as $token) {
            self::assertSame(403, $this->call($token)->get_status());
        }
        self::assertSame([], $this->traffic->calls());
    }

    public function testARoomThatIsNotHereIsUnknown(): void
    {
        $room = $this->roomOf('author');
        $token = $this->token($room, 'r');
        wp_trash_post($room->id);
        self::assertSame(404, $this->call($token)->get_status());
        self::assertSame([], $this->traffic->calls());
    }

    public function testAServerThatCannotBeAskedThenIsAskedLater(): void
    {
        $room = $this->roomOf('author');
        $this->traffic->breakDown();
        self::assertSame(202, $this->call($this->token($room, 'r'))->get_status());
        self::assertGreaterThan(0, $this->lists->get($room->id)?->dueAt);
    }

    private function call(string $token): WP_REST_Response
    {
        $request = new WP_REST_Request('POST', '/bluebridge/v1/recordings/ready');
        $request->set_header('Content-Type', 'application/x-www-form-urlencoded');
        $request->set_body(http_build_query(['signed_parameters' => $token]));
        $request->set_body_params(['signed_parameters' => $token]);

        return rest_ensure_response(rest_do_request($request));
    }

    private function token(StoredRoom $room, string $recordID): string
    {
        return self::signed(['meeting_id' => $room->meetingID, 'record_id' => $recordID], self::secret());
    }

    /**
     * @param array<string, string|int> $claims
     * @param array<string, string> $header
     */
    private static function signed(array $claims, string $secret, array $header = ['alg' => 'HS256']): string
    {
        $encoded = static fn (string $text): string => rtrim(strtr(base64_encode($text), '+/', '-_'), '=');
        $text = $encoded((string) wp_json_encode($header)) . '.' . $encoded((string) wp_json_encode($claims));

        return "{$text}." . $encoded(hash_hmac('sha256', $text, $secret, true));
    }

    private static function secret(): string
    {
        return (string) getenv('BLUEBRIDGE_SECRET');
    }
}
