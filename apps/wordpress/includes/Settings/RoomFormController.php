<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Settings;

use Bluebridge\WordPress\Rest\Given;
use Bluebridge\WordPress\Rest\StrictController;
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
    }

    public function register_routes(): void
    {
        register_rest_route(self::NAMESPACE, '/rooms/(?P<id>\d+)/form', [
            self::method(WP_REST_Server::READABLE, $this->read(...), self::may('edit_post'), self::ROOM_ID),
            'schema' => RoomForm::schema(...),
        ]);
    }

    private function read(WP_REST_Request $request): WP_REST_Response|WP_Error
    {
        $room = $this->rooms->find(Given::roomId($request));

        return $room === null
            ? self::noSuchRoom()
            : new WP_REST_Response($this->form->of($this->servers->capabilitiesOf($room->meetingID), $room->bounds));
    }
}
