<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Recordings;

use Bluebridge\WordPress\Hooks\Reach;
use Bluebridge\WordPress\Http\Answer;
use Bluebridge\WordPress\Module;
use Bluebridge\WordPress\Rooms\RoomStore;
use Bluebridge\WordPress\Rooms\RoomType;
use WP;
use WP_Post;

/** Recordings: kept up to date in the background, shown, watched and changed. */
final class RecordingsModule implements Module
{
    /** Where servers read to whom they tell that a recording is ready. */
    private const READY_URL = 'meta_bbb-recording-ready-url';

    public function __construct(private readonly RecordingServices $services, private readonly RoomStore $rooms)
    {
    }

    public function register(): void
    {
        add_action('rest_api_init', function (): void {
            foreach ($this->services->controllers() as $controller) {
                $controller->register_routes();
            }
        });
        add_filter('query_vars', static fn (array $names): array => [
            ...$names,
            RecordingAddress::WATCH,
            RecordingAddress::PREVIEW,
            RecordingAddress::FORMAT,
        ]);
        // Before WordPress looks for posts, which nobody needs here.
        add_action('parse_request', $this->answer(...));
        add_action(SyncSchedule::DUE, fn (): array => $this->services->update()->run());
        add_action(SyncSchedule::HOURLY, fn (): array => $this->services->update()->run());
        add_action('admin_init', fn () => $this->services->schedule()->keepUp());
        add_action('bluebridge_meeting_opened', fn (int $roomId) => $this->opened($roomId));
        add_action('bluebridge_meeting_seen', $this->seen(...), 10, 3);
        add_action('bluebridge_meeting_ended', fn (int $roomId) => $this->services->meetingEnds()->over($roomId));
        add_filter('bluebridge_create_params', $this->tellReadyAddress(...), 10, 2);
        add_action('before_delete_post', $this->forget(...), 10, 2);
    }

    private function answer(WP $request): void
    {
        $text = static fn (string $name): ?string =>
            is_string($request->query_vars[$name] ?? null) ? $request->query_vars[$name] : null;
        $watched = $text(RecordingAddress::WATCH);
        $preview = $text(RecordingAddress::PREVIEW);
        if ($watched !== null) {
            $this->send($this->services->watching()->answer($watched, $text(RecordingAddress::FORMAT) ?? ''));
        } elseif ($preview !== null) {
            $this->send($this->services->previews()->answer($preview));
        }
    }

    private function send(Answer $answer): never
    {
        $answer->send();
        exit;
    }

    private function opened(int $roomId): void
    {
        $this->services->schedule()->keepUp();
        $this->services->meetingEnds()->opened($roomId);
    }

    private function seen(string $meetingID, string $recordID, bool $isRecorded): void
    {
        $room = $this->rooms->ofMeeting($meetingID);
        if ($room !== null) {
            $this->services->meetingEnds()->seen($room, $recordID, $isRecorded);
        }
    }

    /**
     * @param array<string, mixed> $params
     * @return array<string, mixed>
     */
    private function tellReadyAddress(array $params, int $roomId): array
    {
        $room = ($params['record'] ?? false) === true ? $this->rooms->find($roomId) : null;
        if ($room === null) {
            return $params;
        }
        $servers = $this->services->servers();

        return Reach::reachesUs($servers->endpoint($servers->idOf($room)))
            ? $params + [self::READY_URL => ReadyController::address()]
            : $params;
    }

    /** What is recorded stays on the server; a room that is gone for good leaves nothing here. */
    private function forget(int $id, WP_Post $post): void
    {
        if ($post->post_type === RoomType::NAME) {
            $this->services->index()->forget($id);
            $this->services->lists()->forget($id);
        }
    }
}
