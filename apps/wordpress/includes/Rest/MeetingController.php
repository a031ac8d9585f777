<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Rest;

use Bluebridge\WordPress\Access\CodeCheck;
use Bluebridge\WordPress\Access\TooManyTries;
use Bluebridge\WordPress\Entrance\Doors;
use Bluebridge\WordPress\Entrance\DoorSigns;
use Bluebridge\WordPress\Entrance\DoorStatus;
use Bluebridge\WordPress\Entrance\EntranceAddress;
use Bluebridge\WordPress\Meetings\Meetings;
use Bluebridge\WordPress\People\SameOrigin;
use Bluebridge\WordPress\People\Visitors;
use Bluebridge\WordPress\Rooms\Rights;
use Bluebridge\WordPress\Rooms\StoredRoom;
use Bluebridge\WordPress\Words\EntryWords;
use WP_Error;
use WP_REST_Request;
use WP_REST_Response;
use WP_REST_Server;

/** The meeting of a room in the REST API: how it stands, going in, opening it. */
final class MeetingController extends StrictController
{
    public function __construct(
        private readonly Doors $doors,
        private readonly Meetings $meetings,
        private readonly Visitors $visitors,
        private readonly DoorStatus $status,
        private readonly CodeCheck $codeCheck,
    ) {
    }

    /** Gives the address that pages ask for the status of a room. */
    public static function statusAddress(StoredRoom $room): string
    {
        return add_query_arg('door', $room->doorKey(), rest_url(self::NAMESPACE . "/rooms/{$room->id}/status"));
    }

    public function register_routes(): void
    {
        $maySee = fn (WP_REST_Request $request): bool|WP_Error => $this->roomOf($request) === null ? self::noSuchRoom() : true;
        $mayEnter = fn (WP_REST_Request $request): bool|WP_Error => match (true) {
            $this->roomOf($request) === null => self::noSuchRoom(),
            // WordPress has checked the nonce or password of users; others prove where they come from.
            is_user_logged_in() || SameOrigin::isTold() => true,
            default => self::notAllowed(),
        };
        $mayLead = fn (WP_REST_Request $request): bool|WP_Error => match (true) {
            current_user_can(Rights::LEAD, Given::roomId($request)) => true,
            $this->roomOf($request) === null => self::noSuchRoom(),
            default => self::notAllowed(),
        };
        $atDoor = self::ROOM_ID + ['door' => [
            'description' => __('Key of the door, from the address of the room. Who leads the room needs none.', 'bluebridge'),
            'type' => 'string',
            'default' => '',
            'maxLength' => 64,
        ]];
        register_rest_route(self::NAMESPACE, '/rooms/(?P<id>\d+)/status', [
            self::method(WP_REST_Server::READABLE, $this->tellStatus(...), $maySee, $atDoor + [
                'waiting' => [
                    'description' => __('Whether the person waits to be let in.', 'bluebridge'),
                    'type' => 'boolean',
                    'default' => false,
                ],
            ]),
            'schema' => DoorSchema::sign(...),
        ]);
        register_rest_route(self::NAMESPACE, '/rooms/(?P<id>\d+)/join', [
            self::method(WP_REST_Server::CREATABLE, $this->join(...), $mayEnter, $atDoor + [
                'name' => [
                    'description' => __('Name of a guest.', 'bluebridge'),
                    'type' => 'string',
                    'default' => '',
                    'maxLength' => 100,
                ],
                'code' => [
                    'description' => __('Code of the room, once: the browser is known by a cookie from then on.', 'bluebridge'),
                    'type' => 'string',
                    'default' => '',
                    'maxLength' => 200,
                ],
                'agreesToRecording' => [
                    'description' => __('Whether the person agrees to being recorded.', 'bluebridge'),
                    'type' => 'boolean',
                    'default' => false,
                ],
            ]),
            'schema' => DoorSchema::entry(...),
        ]);
        register_rest_route(self::NAMESPACE, '/rooms/(?P<id>\d+)/start', [
            self::method(WP_REST_Server::CREATABLE, $this->start(...), $mayLead, $atDoor),
            'schema' => DoorSchema::entry(...),
        ]);
    }

    /** Answers what the person reads at the door. */
    private function tellStatus(WP_REST_Request $request): WP_REST_Response|WP_Error
    {
        $room = $this->roomOf($request);
        if ($room === null) {
            return self::noSuchRoom();
        }
        $tagged = $this->status->of($room, (new Given($request))->isOn('waiting'), $request->get_header('if_none_match') ?? '');
        $response = new WP_REST_Response($tagged->sign, $tagged->status());
        $response->set_headers($tagged->headers);

        return $response;
    }

    private function join(WP_REST_Request $request): WP_REST_Response|WP_Error
    {
        $room = $this->roomOf($request);
        $given = new Given($request);
        $name = $given->line('name') ?? '';
        if ($room === null) {
            return self::noSuchRoom();
        }
        if (!is_user_logged_in() && $this->visitors->nameOr($name) === '') {
            return new WP_Error('bluebridge_name_missing', __('Please type your name.', 'bluebridge'), ['status' => 400]);
        }
        try {
            $code = $this->codeCheck->verdict($room, $given->text('code') ?? '');
        } catch (TooManyTries $tries) {
            return self::tooManyTries($tries);
        }
        $participant = $this->visitors->entering($room, $name, $given->isOn('agreesToRecording'), $code);
        $entry = $this->meetings->enter($room, $participant, true, EntranceAddress::of($room));
        $response = new WP_REST_Response(
            $entry->plan === null
                ? ['kind' => 'go', 'url' => $entry->url]
                : DoorSigns::entry($entry->plan, true),
        );
        $response->header('Cache-Control', 'no-store');

        return $response;
    }

    private static function tooManyTries(TooManyTries $tries): WP_REST_Response
    {
        $text = EntryWords::tooManyTries($tries->retryAfter);
        $response = rest_convert_error_to_response(new WP_Error('bluebridge_too_many_tries', $text, ['status' => 429]));
        $response->header('Retry-After', (string) $tries->retryAfter);

        return $response;
    }

    private function start(WP_REST_Request $request): WP_REST_Response|WP_Error
    {
        $room = $this->roomOf($request);
        if ($room === null) {
            return self::noSuchRoom();
        }
        $plan = $this->meetings->open($room, $this->visitors->lookingAt($room), EntranceAddress::of($room));

        return new WP_REST_Response(DoorSigns::entry($plan, true));
    }

    private function roomOf(WP_REST_Request $request): ?StoredRoom
    {
        $given = new Given($request);

        return $this->doors->roomBehind($given->number('id'), $given->text('door') ?? '');
    }
}
