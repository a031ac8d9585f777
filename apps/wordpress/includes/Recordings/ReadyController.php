<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Recordings;

use Bluebridge\WordPress\Rest\StrictController;
use Bluebridge\WordPress\Rooms\RoomStore;
use Bluebridge\WordPress\Vendor\Bluebridge\Core\Callbacks\RecordingReady;
use Bluebridge\WordPress\Vendor\Bluebridge\Core\Errors\BbbException;
use WP_Error;
use WP_REST_Request;
use WP_REST_Response;
use WP_REST_Server;

/**
 * Where a server says that a recording is ready. It has no account here: what proves it is the signature
 * with its secret. Its word makes us look; what is believed is what it answers to our own question.
 */
final class ReadyController extends StrictController
{
    private const PATH = '/recordings/ready';

    public function __construct(
        private readonly RoomStore $rooms,
        private readonly RecordingServers $servers,
        private readonly RecordingsUpdate $update,
    ) {
    }

    /** Gives the address that servers are told. */
    public static function address(): string
    {
        return rest_url(self::NAMESPACE . self::PATH);
    }

    public function register_routes(): void
    {
        $isProven = fn (WP_REST_Request $request): bool|WP_Error =>
            $this->proven($request) === null ? self::refused() : true;
        register_rest_route(self::NAMESPACE, self::PATH, [
            self::method(WP_REST_Server::CREATABLE, $this->hear(...), $isProven, ['signed_parameters' => [
                'description' => __('What the server says, as a signed token.', 'bluebridge'),
                'type' => 'string',
                'required' => true,
                'maxLength' => 4096,
            ]]),
            'schema' => RecordingSchema::heard(...),
        ]);
    }

    private function hear(WP_REST_Request $request): WP_REST_Response
    {
        $ready = $this->proven($request);
        $room = $ready === null ? null : $this->rooms->ofMeeting($ready->meetingID);
        $outcome = $ready === null || $room === null ? 'unknown' : $this->update->ready($room, $ready->recordID);
        $status = match ($outcome) {
            'known' => 200,
            'later' => 202,
            'unknown' => 404,
        };

        return new WP_REST_Response(['outcome' => $outcome], $status);
    }

    private static function refused(): WP_Error
    {
        $message = __('This was not signed by the meeting server.', 'bluebridge');

        return new WP_Error('bluebridge_callback_refused', $message, ['status' => 403]);
    }

    private function proven(WP_REST_Request $request): ?RecordingReady
    {
        $body = (string) $request->get_body();
        foreach ($this->servers->secrets() as $secret) {
            try {
                // Some balancers sign with the longer hash.
                return RecordingReady::verify($body, $secret, allowHs512: true);
            } catch (BbbException) {
                continue;
            }
        }

        return null;
    }
}
