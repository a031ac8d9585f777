<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Seats;

use Bluebridge\WordPress\Rest\Given;
use Bluebridge\WordPress\Rest\StrictController;
use Bluebridge\WordPress\Rooms\Rights;
use Bluebridge\WordPress\Rooms\RoomStore;
use Bluebridge\WordPress\Rooms\StoredRoom;
use Bluebridge\WordPress\Schedule\Extension;
use WP_Error;
use WP_REST_Request;
use WP_REST_Response;
use WP_REST_Server;

/** Seats and the end of a room's meeting in the REST API, for those who lead the room. */
final class SeatsController extends StrictController
{
    public function __construct(
        private readonly RoomStore $rooms,
        private readonly Extension $extension,
        private readonly SeatSignsNow $signs,
    ) {
    }

    /** Gives the address that moves the end of a room's meeting. */
    public static function extendAddress(StoredRoom $room): string
    {
        return rest_url(self::NAMESPACE . "/rooms/{$room->id}/extend");
    }

    public function register_routes(): void
    {
        $mayLead = static fn (WP_REST_Request $request): bool|WP_Error => match (true) {
            current_user_can(Rights::LEAD, Given::roomId($request)) => true,
            current_user_can(Rights::SEE, Given::roomId($request)) => self::notAllowed(),
            default => self::noSuchRoom(),
        };
        register_rest_route(self::NAMESPACE, '/rooms/(?P<id>\d+)/seats', [
            self::method(WP_REST_Server::READABLE, $this->read(...), $mayLead, self::ROOM_ID),
            'schema' => SeatSchema::sign(...),
        ]);
        register_rest_route(self::NAMESPACE, '/rooms/(?P<id>\d+)/extend', [
            self::method(WP_REST_Server::CREATABLE, $this->extend(...), $mayLead, self::ROOM_ID),
            'schema' => SeatSchema::extension(...),
        ]);
    }

    private function read(WP_REST_Request $request): WP_REST_Response|WP_Error
    {
        $room = $this->rooms->find(Given::roomId($request));

        return $room === null ? self::noSuchRoom() : new WP_REST_Response($this->signs->of($room));
    }

    private function extend(WP_REST_Request $request): WP_REST_Response|WP_Error
    {
        $room = $this->rooms->find(Given::roomId($request));
        if ($room === null) {
            return self::noSuchRoom();
        }
        $extended = $this->extension->of($room->id);
        if (is_string($extended)) {
            return new WP_Error("bluebridge_extension_{$extended}", self::denial($extended), ['status' => 409]);
        }

        /* translators: %s: a time of day, with a date if it is another day */
        $message = sprintf(__('The meeting goes on until %s.', 'bluebridge'), SeatWords::moment($extended));

        return new WP_REST_Response(['plannedEndAt' => $extended, 'message' => $message, 'seats' => $this->signs->of($room)]);
    }

    /** @param 'nothing'|'seats'|'server_ends'|'too_late'|'longest' $reason */
    private static function denial(string $reason): string
    {
        return match ($reason) {
            'seats' => __('Somebody else has the seats after that: the meeting cannot be extended.', 'bluebridge'),
            'too_late' => __('The meeting is being ended already.', 'bluebridge'),
            'longest' => __('The meeting is as long as meetings on this site may be.', 'bluebridge'),
            'server_ends' => __('The meeting server ends the meeting itself: it cannot be extended.', 'bluebridge'),
            'nothing' => __('No meeting with a planned end runs in this room.', 'bluebridge'),
        };
    }
}
