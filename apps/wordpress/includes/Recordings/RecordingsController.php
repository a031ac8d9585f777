<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Recordings;

use Bluebridge\WordPress\Entrance\Doors;
use Bluebridge\WordPress\Rest\Given;
use Bluebridge\WordPress\Rest\StrictController;
use Bluebridge\WordPress\Rooms\StoredRoom;
use WP_Error;
use WP_REST_Request;
use WP_REST_Response;
use WP_REST_Server;

/** The recordings of a room in the REST API: listing them, to whom they are shown, asking anew. */
final class RecordingsController extends StrictController
{
    public const PATH = '/rooms/(?P<id>\d+)/recordings';

    public function __construct(
        private readonly Doors $doors,
        private readonly Viewers $viewers,
        private readonly RecordingsDesk $desk,
        private readonly RecordingsUpdate $update,
        private readonly RecordingsHtml $html,
    ) {
    }

    /** Gives the address of a room's recordings in the REST API. */
    public static function address(StoredRoom $room): string
    {
        return rest_url(self::NAMESPACE . "/rooms/{$room->id}/recordings");
    }

    public function register_routes(): void
    {
        $maySee = fn (WP_REST_Request $request): bool|WP_Error => match (true) {
            $this->roomOf($request) === null => self::noSuchRoom(),
            $this->viewers->of($this->roomOf($request)) === null => self::notAllowed(),
            default => true,
        };
        $mayChange = fn (WP_REST_Request $request): bool|WP_Error => match (true) {
            $this->roomOf($request) === null => self::noSuchRoom(),
            default => current_user_can('edit_post', Given::roomId($request)) ? true : self::notAllowed(),
        };
        $mayLead = fn (WP_REST_Request $request): bool|WP_Error => match (true) {
            $this->roomOf($request) === null => self::noSuchRoom(),
            default => Viewers::leads($this->roomOf($request)) ? true : self::notAllowed(),
        };
        $atDoor = self::ROOM_ID + ['door' => [
            'description' => __('Key of the door, from the address of the room. Who leads the room needs none.', 'bluebridge'),
            'type' => 'string',
            'default' => '',
            'maxLength' => 64,
        ]];
        register_rest_route(self::NAMESPACE, self::PATH, [
            self::method(WP_REST_Server::READABLE, $this->list(...), $maySee, $atDoor + RecordingSchema::queryArgs()),
            self::method(WP_REST_Server::EDITABLE, $this->change(...), $mayChange, $atDoor + ['visibleTo' => [
                'description' => __('To whom the room shows its recordings.', 'bluebridge'),
                'type' => 'string',
                'enum' => VisibleTo::values(),
                'required' => true,
            ]]),
            'schema' => RecordingSchema::list(...),
        ]);
        register_rest_route(self::NAMESPACE, self::PATH . '/refresh', [
            self::method(WP_REST_Server::CREATABLE, $this->refresh(...), $mayLead, $atDoor + RecordingSchema::queryArgs()),
            'schema' => RecordingSchema::list(...),
        ]);
    }

    private function list(WP_REST_Request $request): WP_REST_Response|WP_Error
    {
        $room = $this->roomOf($request);
        $viewer = $room === null ? null : $this->viewers->of($room);
        if ($room === null || $viewer === null) {
            return self::noSuchRoom();
        }
        $this->update->lookedAt($room);
        $given = new Given($request);
        $query = self::queryOf($given);
        $listing = $this->desk->list($room, $viewer, $query);
        $reply = $listing + ['mayManage' => $viewer === 'moderator'];
        if ($viewer === 'moderator') {
            $reply['visibleTo'] = VisibleTo::of($room)->value;
        }
        if ($given->isOn('rendered')) {
            $reply['rendered'] = $this->html->items($listing, $query->text !== '');
        }
        $response = new WP_REST_Response($reply);
        $response->header('Cache-Control', 'private, no-cache');

        return $response;
    }

    private function change(WP_REST_Request $request): WP_REST_Response|WP_Error
    {
        $room = $this->roomOf($request);
        $visibleTo = VisibleTo::tryFrom((new Given($request))->text('visibleTo') ?? '');
        if ($room === null || $visibleTo === null) {
            return self::noSuchRoom();
        }
        VisibleTo::keep($room, $visibleTo);

        return $this->list($request);
    }

    /** Asks the server now, unless it was asked just before; then answers the list. */
    private function refresh(WP_REST_Request $request): WP_REST_Response|WP_Error
    {
        $room = $this->roomOf($request);
        if ($room !== null) {
            $this->update->ask($room);
        }

        return $this->list($request);
    }

    private function roomOf(WP_REST_Request $request): ?StoredRoom
    {
        $given = new Given($request);

        return $this->doors->roomBehind($given->number('id'), $given->text('door') ?? '');
    }

    private static function queryOf(Given $given): RecordingQuery
    {
        return new RecordingQuery(
            $given->line('search') ?? '',
            $given->text('sort') ?? '',
            max(1, $given->number('page')),
            max(1, $given->number('per_page') === 0 ? 20 : $given->number('per_page')),
        );
    }
}
