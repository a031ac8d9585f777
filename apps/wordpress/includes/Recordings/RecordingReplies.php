<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Recordings;

use Bluebridge\WordPress\Rooms\StoredRoom;
use Bluebridge\WordPress\Vendor\Bluebridge\Core\Rooms\RecordingView;

/**
 * Recordings as `RecordingSchema` describes them, for one person.
 *
 * @phpstan-import-type Viewer from Viewers
 * @phpstan-import-type View from RecordingView
 * @phpstan-type FormatReply array{type: string, verb: string, label: string, url: string}
 * @phpstan-type PreviewReply array{src: string, alt: string, width: int, height: int}
 * @phpstan-type Reply array{
 *     id: int,
 *     name: string,
 *     startTime: int,
 *     moment: string,
 *     length: string,
 *     state: string,
 *     stateText: string,
 *     formats: list<FormatReply>,
 *     preview: PreviewReply|null,
 *     audience: string,
 *     actions: list<string>,
 * }
 */
final class RecordingReplies
{
    private const USUAL_WIDTH = 176;

    private const USUAL_HEIGHT = 136;

    public function __construct(private readonly RecordingServers $servers)
    {
    }

    /**
     * Tells a person about a recording; null when it is not theirs to see.
     *
     * @param Viewer $viewer
     * @return Reply|null
     */
    public function recording(StoredRoom $room, Recording $recording, string $viewer): ?array
    {
        $view = $recording->shownTo($viewer);
        if ($view === null) {
            return null;
        }
        $startedAt = $view['startedAt'] ?? 0;
        $isOpen = $recording->deletingSince === 0;

        return [
            'id' => $recording->id,
            'name' => RecordingWords::name($view),
            'startTime' => $startedAt,
            'moment' => $startedAt > 0 ? RecordingWords::moment($startedAt) : '',
            'length' => RecordingWords::length($view),
            'state' => $isOpen ? $view['status'] : 'deleting',
            'stateText' => RecordingWords::state($recording, $view),
            'formats' => $isOpen ? self::formats($room, $recording, $view) : [],
            'preview' => self::preview($room, $recording, $view),
            'audience' => $recording->audience,
            'actions' => $viewer === 'moderator' ? $this->actions($room, $recording) : [],
        ];
    }

    /**
     * Names what can be done to a recording now, by somebody who leads its room.
     *
     * @return list<string>
     */
    public function actions(StoredRoom $room, Recording $recording): array
    {
        // A recording that stayed on another server can only be watched there.
        if ($recording->server !== $this->servers->key($this->servers->idOf($room))) {
            return [];
        }

        return array_keys(array_filter($this->servers->abilities($room)->on($recording)));
    }

    /**
     * @param View $view
     * @return list<FormatReply>
     */
    private static function formats(StoredRoom $room, Recording $recording, array $view): array
    {
        return array_map(static fn (array $format): array => [
            'type' => $format['type'],
            'verb' => RecordingWords::verb($format['use']),
            'label' => RecordingWords::format($format['type']),
            'url' => RecordingAddress::toWatch($room, $recording, $format['type']),
        ], $view['formats']);
    }

    /**
     * @param View $view
     * @return PreviewReply|null
     */
    private static function preview(StoredRoom $room, Recording $recording, array $view): ?array
    {
        $first = $view['previews'][0] ?? null;

        return $first === null ? null : [
            'src' => RecordingAddress::ofPreview($room, $recording),
            'alt' => $first['alt'],
            'width' => $first['width'] ?? self::USUAL_WIDTH,
            'height' => $first['height'] ?? self::USUAL_HEIGHT,
        ];
    }
}
