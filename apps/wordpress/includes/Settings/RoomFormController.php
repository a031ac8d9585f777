<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Settings;

use Bluebridge\WordPress\Rest\Given;
use Bluebridge\WordPress\Rest\StrictController;
use Bluebridge\WordPress\Rooms\Rights;
use Bluebridge\WordPress\Rooms\RoomStore;
use Bluebridge\WordPress\Server\Servers;
use WP_Error;
use WP_REST_Request;
use WP_REST_Response;
use WP_REST_Server;

/** The form of a room in the REST API: what can be set, and what an administrator fixed. */
final class RoomFormController extends StrictController
{
    public function __construct(
        private readonly RoomStore $rooms,
        private readonly Servers $servers,
        private readonly RoomForm $form,
    ) {
        $this->namespace = self::NAMESPACE;
        $this->rest_base = 'rooms';
    }

    public function register_routes(): void
    {
        register_rest_route(self::NAMESPACE, '/rooms/(?P<id>\d+)/form', [
            self::method(WP_REST_Server::READABLE, $this->read(...), self::mayChange(...), self::ROOM_ID),
            'schema' => RoomForm::schema(...),
        ]);
    }

    private static function mayChange(WP_REST_Request $request): bool|WP_Error
    {
        $id = Given::roomId($request);

        return match (true) {
            !is_user_logged_in() => self::notAllowed(),
            !current_user_can(Rights::SEE, $id) => self::noSuchRoom(),
            default => current_user_can('edit_post', $id) ? true : self::notAllowed(),
        };
    }

    private function read(WP_REST_Request $request): WP_REST_Response|WP_Error
    {
        $room = $this->rooms->find(Given::roomId($request));

        return $room === null
            ? self::noSuchRoom()
            : new WP_REST_Response($this->form->of($this->servers->capabilitiesOf($room->meetingID), $room->bounds));
    }
}
