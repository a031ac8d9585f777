<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Rest;

use Bluebridge\WordPress\Policies\RoomLimit;
use Bluebridge\WordPress\Rooms\Rights;
use Bluebridge\WordPress\Rooms\RoomNotKept;
use Bluebridge\WordPress\Rooms\RoomStore;
use WP_Error;
use WP_Post;
use WP_REST_Request;
use WP_REST_Response;
use WP_REST_Server;

/** Rooms in the REST API: those a person leads, and nobody else's. */
final class RoomsController extends StrictController
{
    public function __construct(
        private readonly RoomStore $rooms,
        private readonly RoomWishes $wishes,
        private readonly RoomReplies $replies,
    ) {
    }

    public function register_routes(): void
    {
        $mayHaveRooms = static fn (): bool => current_user_can(Rights::EDIT);
        $writable = RoomSchema::writable();
        register_rest_route(self::NAMESPACE, '/rooms', [
            self::method(WP_REST_Server::READABLE, $this->list(...), $mayHaveRooms, self::listArgs()),
            self::method(WP_REST_Server::CREATABLE, $this->add(...), $mayHaveRooms, [
                'title' => $writable['title'] + ['required' => true],
            ] + $writable),
            'schema' => RoomSchema::item(...),
        ]);
        register_rest_route(self::NAMESPACE, '/rooms/(?P<id>\d+)', [
            self::method(WP_REST_Server::READABLE, $this->read(...), self::may(Rights::LEAD), self::ROOM_ID),
            self::method(WP_REST_Server::EDITABLE, $this->change(...), self::may('edit_post'), self::ROOM_ID + $writable + [
                'author' => [
                    'description' => __('Who the room is handed over to.', 'bluebridge'),
                    'type' => 'integer',
                    'minimum' => 1,
                ],
                'server' => ['maxLength' => 64] + RoomSchema::server(),
            ]),
            self::method(WP_REST_Server::DELETABLE, $this->remove(...), self::may('delete_post'), self::ROOM_ID + [
                'force' => [
                    'description' => __('Whether the room is gone for good, and not in the Trash.', 'bluebridge'),
                    'type' => 'boolean',
                    'default' => false,
                ],
            ]),
            'schema' => RoomSchema::item(...),
        ]);
    }

    private function list(WP_REST_Request $request): WP_REST_Response
    {
        $given = new Given($request);
        $perPage = max(1, $given->number('per_page'));
        [$text, $page] = [$given->text('search') ?? '', max(1, $given->number('page'))];
        $found = current_user_can(Rights::EDIT_OTHERS)
            ? $this->rooms->search($text, null, $page, $perPage)
            : $this->rooms->searchLedBy(wp_get_current_user(), $text, $page, $perPage);
        $response = new WP_REST_Response(array_map($this->replies->room(...), $found['rooms']));
        $response->header('X-WP-Total', (string) $found['total']);
        $response->header('X-WP-TotalPages', (string) (int) ceil($found['total'] / $perPage));

        return $response;
    }

    private function add(WP_REST_Request $request): WP_REST_Response|WP_Error
    {
        if (!current_user_can(Rights::CREATE)) {
            return self::tooManyRooms();
        }
        $wish = $this->wishes->read(new Given($request), null);
        if ($wish instanceof WP_Error) {
            return $wish;
        }
        try {
            $room = $this->wishes->add($wish);
        } catch (RoomNotKept) {
            // Another request of theirs was faster.
            return RoomLimit::leftFor(wp_get_current_user()) === 0 ? self::tooManyRooms() : self::notKept();
        }
        $response = new WP_REST_Response($this->replies->room($room), 201);
        $response->header('Location', rest_url(self::NAMESPACE . "/rooms/{$room->id}"));

        return $response;
    }

    private function read(WP_REST_Request $request): WP_REST_Response|WP_Error
    {
        $room = $this->rooms->find(Given::roomId($request));

        return $room === null ? self::noSuchRoom() : new WP_REST_Response($this->replies->room($room));
    }

    private function change(WP_REST_Request $request): WP_REST_Response|WP_Error
    {
        $room = $this->rooms->find(Given::roomId($request));
        if ($room === null) {
            return self::noSuchRoom();
        }
        $wish = $this->wishes->read(new Given($request), $room);

        if ($wish instanceof WP_Error) {
            return $wish;
        }
        try {
            return new WP_REST_Response($this->replies->room($this->wishes->keep($wish, $room)));
        } catch (RoomNotKept) {
            return self::notKept();
        }
    }

    private function remove(WP_REST_Request $request): WP_REST_Response|WP_Error
    {
        $room = $this->rooms->find(Given::roomId($request));
        if ($room === null) {
            return self::noSuchRoom();
        }
        $isForGood = (new Given($request))->isOn('force');
        $removed = $isForGood ? wp_delete_post($room->id, true) : wp_trash_post($room->id);

        return $removed instanceof WP_Post
            ? new WP_REST_Response(['deleted' => true, 'previous' => $this->replies->room($room)])
            : new WP_Error('bluebridge_not_deleted', __('The room could not be removed.', 'bluebridge'), ['status' => 500]);
    }

    private static function tooManyRooms(): WP_Error
    {
        return new WP_Error('bluebridge_too_many_rooms', RoomLimit::words(), ['status' => 403]);
    }

    private static function notKept(): WP_Error
    {
        return new WP_Error('bluebridge_not_kept', __('The room could not be saved. Please try again.', 'bluebridge'), ['status' => 409]);
    }

    /** @return array<string, array<string, mixed>> */
    private static function listArgs(): array
    {
        return [
            'search' => ['description' => __('Part of a name.', 'bluebridge'), 'type' => 'string', 'default' => '', 'maxLength' => 100],
            'page' => ['type' => 'integer', 'minimum' => 1, 'default' => 1],
            'per_page' => ['type' => 'integer', 'minimum' => 1, 'maximum' => 100, 'default' => 20],
        ];
    }
}
