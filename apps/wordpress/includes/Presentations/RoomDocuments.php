<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Presentations;

use Bluebridge\WordPress\Rooms\RoomStore;

/**
 * Which files of the media library a room shows from the start, in order; the first one is seen first.
 * With each is noted who chose it: a meeting shows it only as long as that person may read it.
 *
 * @phpstan-type Chosen array{id: int, by: int}
 */
final class RoomDocuments
{
    private const META = '_bluebridge_documents';

    /** Bounds what a room keeps. */
    public const MOST = 10;

    /** @return list<Chosen> */
    public static function of(int $roomId): array
    {
        $stored = json_decode(RoomStore::metaText($roomId, self::META), true);
        $chosen = [];
        foreach (is_array($stored) ? $stored : [] as $each) {
            if (is_array($each) && is_int($each['id'] ?? null) && is_int($each['by'] ?? null)) {
                $chosen[] = ['id' => $each['id'], 'by' => $each['by']];
            }
        }

        return $chosen;
    }

    /**
     * Chooses files for a room. What it has already may stay, whoever moves it.
     *
     * @param list<int> $ids of attachments
     * @return array<int, string> what is wrong, by the id of the file; nothing is kept then
     */
    public static function choose(int $roomId, array $ids, int $userId): array
    {
        $known = array_column(self::of($roomId), 'by', 'id');
        $problems = [];
        $chosen = [];
        foreach (array_values(array_unique($ids)) as $id) {
            $problem = isset($known[$id]) ? null : self::refusal($id, $userId);
            if ($problem !== null) {
                $problems[$id] = $problem;
            }
            $chosen[] = ['id' => $id, 'by' => $known[$id] ?? $userId];
        }
        if ($problems === []) {
            update_post_meta($roomId, self::META, (string) wp_json_encode($chosen));
        }

        return $problems;
    }

    /** Says why somebody cannot show a file in a meeting; null when they can. */
    public static function refusal(int $id, int $userId): ?string
    {
        $file = DocumentFile::find($id);
        if ($file === null || !user_can($userId, 'read_post', $id)) {
            return __('This file is not in the media library.', 'bluebridge');
        }

        return $file->refusal();
    }
}
