<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Recordings;

use Bluebridge\WordPress\Rest\Given;
use Bluebridge\WordPress\Rest\StrictController;
use Bluebridge\WordPress\Rooms\Rights;
use Bluebridge\WordPress\Rooms\RoomStore;
use Bluebridge\WordPress\Rooms\StoredRoom;
use WP_Error;
use WP_REST_Request;
use WP_REST_Response;
use WP_REST_Server;

/** One recording in the REST API, for those who lead its room. Every id is looked up in the room of the path. */
final class RecordingController extends StrictController
{
    private const PATH = RecordingsController::PATH . '/(?P<recording>\d+)';

    public function __construct(
        private readonly RoomStore $rooms,
        private readonly RecordingIndex $index,
        private readonly RecordingDeeds $deeds,
        private readonly Captions $captions,
    ) {
    }

    public function register_routes(): void
    {
        $mayLead = static fn (WP_REST_Request $request): bool|WP_Error =>
            current_user_can(Rights::LEAD, Given::roomId($request)) ? true : self::noSuchRoom();
        $ids = self::ROOM_ID + ['recording' => ['type' => 'integer', 'minimum' => 1, 'required' => true]];
        register_rest_route(self::NAMESPACE, self::PATH, [
            self::method(WP_REST_Server::EDITABLE, $this->change(...), $mayLead, $ids + self::changes()),
            self::method(WP_REST_Server::DELETABLE, $this->remove(...), $mayLead, $ids + ['force' => [
                'description' => __('Has to be true: the recording is gone for good.', 'bluebridge'),
                'type' => 'boolean',
                'default' => false,
            ]]),
            'schema' => RecordingSchema::change(...),
        ]);
        register_rest_route(self::NAMESPACE, self::PATH . '/captions', [
            self::method(WP_REST_Server::READABLE, $this->listCaptions(...), $mayLead, $ids),
            self::method(WP_REST_Server::CREATABLE, $this->addCaptions(...), $mayLead, $ids + [
                'language' => ['type' => 'string', 'pattern' => Captions::LANGUAGE, 'required' => true],
                'text' => [
                    'description' => __('The captions, as WebVTT or SubRip.', 'bluebridge'),
                    'type' => 'string',
                    'required' => true,
                    'minLength' => 1,
                    'maxLength' => Captions::MOST_BYTES,
                ],
            ]),
            'schema' => RecordingSchema::captions(...),
        ]);
    }

    private function change(WP_REST_Request $request): WP_REST_Response|WP_Error
    {
        $given = new Given($request);
        $deeds = array_filter([
            'rename' => self::nameIn($given),
            'audience' => $given->text('audience'),
            'publish' => $given->flag('published'),
            'protect' => $given->flag('protected'),
        ], static fn (mixed $wish): bool => $wish !== null);

        return $deeds === []
            ? new WP_Error('bluebridge_nothing_to_change', __('Please say what is to be changed.', 'bluebridge'), ['status' => 400])
            : $this->done($request, fn (StoredRoom $room, Recording $recording): WP_REST_Response|WP_Error =>
                $this->deeds->change($room, $recording, $deeds));
    }

    private function remove(WP_REST_Request $request): WP_REST_Response|WP_Error
    {
        if (!(new Given($request))->isOn('force')) {
            $message = __('A recording is deleted for good. Please confirm that.', 'bluebridge');

            return new WP_Error('bluebridge_confirmation_missing', $message, ['status' => 400]);
        }

        return $this->done($request, $this->deeds->delete(...));
    }

    private function listCaptions(WP_REST_Request $request): WP_REST_Response|WP_Error
    {
        return $this->done($request, fn (StoredRoom $room, Recording $recording): WP_REST_Response|WP_Error =>
            $this->deeds->unavailable($room, $recording, 'captions') ?? new WP_REST_Response([
                'tracks' => $this->captions->of($room, $recording),
                'limitBytes' => Captions::MOST_BYTES,
            ]));
    }

    private function addCaptions(WP_REST_Request $request): WP_REST_Response|WP_Error
    {
        $given = new Given($request);
        $text = $given->text('text') ?? '';
        if (strlen($text) > Captions::MOST_BYTES || Captions::format($text) === null) {
            $message = __('This is no file with captions: WebVTT or SubRip, up to 1 MB.', 'bluebridge');

            return new WP_Error('bluebridge_captions_unreadable', $message, ['status' => 400]);
        }

        return $this->done($request, function (StoredRoom $room, Recording $recording) use ($given, $text): WP_REST_Response|WP_Error {
            $unavailable = $this->deeds->unavailable($room, $recording, 'captions');
            if ($unavailable !== null) {
                return $unavailable;
            }
            $this->captions->add($room, $recording, $given->text('language') ?? '', $text);
            $message = __('Sent. The meeting server needs a few minutes until they show.', 'bluebridge');

            return $this->deeds->told($room, $recording, true, $message);
        });
    }

    /** @param callable(StoredRoom, Recording): (WP_REST_Response|WP_Error) $deed */
    private function done(WP_REST_Request $request, callable $deed): WP_REST_Response|WP_Error
    {
        $room = $this->rooms->find(Given::roomId($request));
        $recording = $room === null ? null : $this->index->find($room->id, (new Given($request))->number('recording'));
        if ($room === null || $recording === null) {
            $message = __('There is no such recording.', 'bluebridge');

            return new WP_Error('bluebridge_recording_unknown', $message, ['status' => 404]);
        }

        return $deed($room, $recording);
    }

    private static function nameIn(Given $given): ?string
    {
        $name = $given->line('name');

        return $name === null || $name === '' ? null : $name;
    }

    /** @return array<string, array<string, mixed>> */
    private static function changes(): array
    {
        return [
            'name' => [
                'description' => __('New name.', 'bluebridge'),
                'type' => 'string',
                'minLength' => 1,
                'maxLength' => RecordingSchema::LONGEST_NAME,
            ],
            'published' => ['description' => __('Whether it is published.', 'bluebridge'), 'type' => 'boolean'],
            'protected' => ['description' => __('Whether it is protected.', 'bluebridge'), 'type' => 'boolean'],
            'audience' => [
                'description' => __('Whether it is for moderators only.', 'bluebridge'),
                'type' => 'string',
                'enum' => [Recording::FOR_ROOM, Recording::FOR_MODERATORS],
            ],
        ];
    }
}
