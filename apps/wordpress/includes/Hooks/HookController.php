<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Hooks;

use Bluebridge\WordPress\Clock;
use Bluebridge\WordPress\Rest\Given;
use Bluebridge\WordPress\Rest\StrictController;
use Bluebridge\WordPress\Rooms\RoomStore;
use Bluebridge\WordPress\Seats\Accounts;
use Bluebridge\WordPress\Vendor\Bluebridge\Core\Callbacks\MeetingEnded;
use Bluebridge\WordPress\Vendor\Bluebridge\Core\Callbacks\Webhook;
use Bluebridge\WordPress\Vendor\Bluebridge\Core\Callbacks\WebhookProof;
use Bluebridge\WordPress\Vendor\Bluebridge\Core\Callbacks\WebhookRequest;
use Bluebridge\WordPress\Vendor\Bluebridge\Core\Callbacks\WebhookScheme;
use Bluebridge\WordPress\Vendor\Bluebridge\Core\Errors\BbbError;
use Bluebridge\WordPress\Vendor\Bluebridge\Core\Errors\BbbException;
use WP_Error;
use WP_REST_Request;
use WP_REST_Response;
use WP_REST_Server;

/**
 * The addresses that meeting servers call. What they tell is only a reason to look: nothing is believed
 * of it but that something happened. A refusal is 403 or 400, because servers take 401 for a success.
 */
final class HookController extends StrictController
{
    public const HOOK = '/callbacks/hook';

    public const ENDED = '/callbacks/meeting-ended';

    /** Servers repeat a delivery for about five minutes, ms. */
    private const LONGEST_AGE = 10 * 60_000;

    public function __construct(
        private readonly Accounts $accounts,
        private readonly Hooks $hooks,
        private readonly HookDesk $desk,
        private readonly RoomStore $rooms,
        private readonly Clock $clock,
    ) {
    }

    public function register_routes(): void
    {
        $text = ['type' => 'string', 'default' => ''];
        $isKnown = fn (WP_REST_Request $request): bool|WP_Error => $this->hookOf($request) !== null
            ? true
            : new WP_Error('bluebridge_unknown_address', __('There is no such address.', 'bluebridge'), ['status' => 404]);
        register_rest_route(self::NAMESPACE, self::HOOK, [
            self::method(WP_REST_Server::CREATABLE, $this->takeEvents(...), $isKnown, [
                'token' => $text + ['description' => __('What makes the address known to one server only.', 'bluebridge')],
                'checksum' => $text + ['description' => __('By which the server proves who it is.', 'bluebridge')],
                'event' => $text,
                'timestamp' => $text,
                'domain' => $text,
            ]),
            'schema' => self::schema(...),
        ]);
        // The address itself is the proof: it is checked where it is used.
        $isAnybody = static fn (): bool => true;
        register_rest_route(self::NAMESPACE, self::ENDED, [
            self::method(WP_REST_Server::READABLE, $this->takeEnd(...), $isAnybody, [
                'meetingID' => $text,
                'room' => $text,
                'expires' => $text,
                'mac' => $text + ['description' => __('Our signature under the rest of the address.', 'bluebridge')],
                'recordingmarks' => $text,
            ]),
            'schema' => self::schema(...),
        ]);
    }

    private function takeEvents(WP_REST_Request $request): WP_REST_Response
    {
        $hook = $this->hookOf($request);
        $account = $hook === null ? null : $this->accounts->named($hook->account);
        if ($hook === null || $account === null) {
            return self::answer(403);
        }
        $given = new Given($request);
        $proof = new WebhookProof(
            HookDesk::urlOf($given->text('token') ?? ''),
            $account->settings->secret,
            // Also those that cover less: an event is no more than a hint.
            WebhookScheme::cases(),
        );
        $received = new WebhookRequest(
            '?checksum=' . rawurlencode((string) (new Given($request))->text('checksum')),
            $request->get_body(),
            $request->get_header('authorization'),
        );
        try {
            $webhook = Webhook::verify($received, $proof, [$hook->meetingID], null, $this->clock->now() - self::LONGEST_AGE);
        } catch (BbbException $error) {
            return self::answer($error->error === BbbError::AccessDenied ? 403 : 400);
        }
        if ($webhook->events !== []) {
            $ids = array_column($webhook->events, 'id');
            $this->desk->heard($hook->roomId, $hook->meetingID, in_array('meeting-ended', $ids, true));
        }

        return self::answer(200);
    }

    private function takeEnd(WP_REST_Request $request): WP_REST_Response
    {
        $given = new Given($request);
        $room = $this->rooms->find((int) $given->text('room'));
        if ($room === null) {
            return self::answer(403);
        }
        try {
            $key = $this->accounts->of($room->meetingID)->settings->secret;
            $ended = MeetingEnded::verify(self::queryOf($request), $key, $this->clock->now());
        } catch (BbbException $error) {
            return self::answer($error->error === BbbError::AccessDenied ? 403 : 400);
        }
        if ($ended->meetingID !== $room->meetingID) {
            return self::answer(403);
        }
        $this->desk->heard($room->id, $room->meetingID, true);

        return self::answer(200);
    }

    private function hookOf(WP_REST_Request $request): ?Hook
    {
        $token = (new Given($request))->text('token') ?? '';

        return preg_match('/^[0-9a-f]{64}$/D', $token) === 1 ? $this->hooks->byToken($token) : null;
    }

    /** Writes the query anew. Where the server names the meeting twice, PHP has kept its own name of it. */
    private static function queryOf(WP_REST_Request $request): string
    {
        $given = new Given($request);
        $query = '?';
        foreach (['meetingID', 'room', 'expires', 'mac', 'recordingmarks'] as $name) {
            $query .= $name . '=' . rawurlencode($given->text($name) ?? '') . '&';
        }

        return rtrim($query, '&');
    }

    private static function answer(int $status): WP_REST_Response
    {
        return new WP_REST_Response(['taken' => $status === 200], $status);
    }

    /** @return array<string, mixed> */
    private static function schema(): array
    {
        return [
            '$schema' => 'http://json-schema.org/draft-04/schema#',
            'title' => 'bluebridge_callback',
            'type' => 'object',
            'additionalProperties' => false,
            'properties' => ['taken' => [
                'description' => __('Whether the call was genuine.', 'bluebridge'),
                'type' => 'boolean',
                'readonly' => true,
            ]],
        ];
    }
}
